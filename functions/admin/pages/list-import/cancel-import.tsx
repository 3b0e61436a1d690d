import { Form, Input } from 'antd';
import { importMoves, mayMove } from '../../../../shared/contracts/moves.ts';
import type { Shape } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface CancelImportProps {
  readonly value: Shape<'Import'>;
  readonly onDone: () => void;
}

/** The office cancels an import that has not ended, with a reason; nothing is shown for any other. */
export function CancelImport({ value: { importId, state, version }, onDone }: CancelImportProps) {
  const texts = useTexts(listImportTexts);
  if (!mayMove(importMoves, state, 'import-cancelled')) return null;
  return (
    <CommandDialog<'/v1/imports/{importId}/cancellation', { reason: string }>
      title={texts.cancel}
      path="/v1/imports/{importId}/cancellation"
      params={{ importId }}
      version={version}
      draft={`cancel ${importId}`}
      says={texts.cancelSays}
      submit={texts.cancel}
      isDanger
      toBody={(values) => values}
      done={() => texts.cancelDone}
      onDone={onDone}
    >
      <Form.Item name="reason" label={texts.cancelReason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
