import { Form, Input } from 'antd';
import { mayMove, personMoves } from '../../../../shared/contracts/moves.ts';
import type { Shape } from '../../api/calls.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import { personsTexts } from './texts.ts';

type ErasurePath = '/v1/persons/{personId}/erasure' | '/v1/persons/{personId}/erasure-lifting';

interface PersonActionProps {
  readonly person: Shape<'Person'>;
  readonly onDone: () => void;
}

/** Erases a person's name, or lets names be kept again. */
export function PersonAction({ person, onDone }: PersonActionProps) {
  const texts = useTexts(personsTexts);
  const { personId, state, version } = person;
  const isErased = mayMove(personMoves, state, 'person-erasure-lifted');
  const title = isErased ? texts.lift : texts.erase;
  const path: ErasurePath = isErased ? '/v1/persons/{personId}/erasure-lifting' : '/v1/persons/{personId}/erasure';
  return (
    <CommandDialog<ErasurePath, { reason: string }>
      title={title}
      isSmall
      isDanger={!isErased}
      path={path}
      params={{ personId }}
      version={version}
      draft={`${state} ${personId}`}
      says={isErased ? texts.liftSays : texts.eraseSays}
      submit={title}
      toBody={(values) => values}
      done={() => (isErased ? texts.liftDone : texts.eraseDone)}
      onDone={onDone}
    >
      <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </CommandDialog>
  );
}
