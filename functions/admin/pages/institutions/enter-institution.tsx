import { Form, Input, Select } from 'antd';
import type { BodyOf } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import { institutionsTexts } from './texts.ts';

/** The office enters an institution that has applied (R9). */
export function EnterInstitution({ onDone }: { readonly onDone: () => void }) {
  const texts = useTexts(institutionsTexts);
  const words = useWords();
  const required = [{ required: true, whitespace: true }];
  return (
    <CommandDialog<'/v1/institutions', BodyOf<'/v1/institutions'>>
      title={texts.enter}
      isPrimary
      path="/v1/institutions"
      draft="institution"
      initial={{ kind: 'bank' }}
      says={texts.enterSays}
      submit={texts.enter}
      toBody={(values) => values}
      done={() => texts.enterDone}
      onDone={onDone}
    >
      <Form.Item name="name" label={texts.name} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name="institutionId"
        label={texts.id}
        extra={texts.idRule}
        rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]{0,39}$/, message: texts.idRule }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="kind" label={texts.kind} rules={[{ required: true }]}>
        <Select options={['bank', 'guarantor', 'holding'].map((value) => ({ value, label: words.kind(value) }))} />
      </Form.Item>
      <Form.Item name="creditCode" label={texts.creditCode} rules={required}>
        <Input maxLength={18} />
      </Form.Item>
    </CommandDialog>
  );
}
