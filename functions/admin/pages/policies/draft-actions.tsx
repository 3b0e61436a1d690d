import { Form, Input } from 'antd';
import { useList } from '../../api/use-list.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useWho } from '../../session/use-session.ts';
import { useTexts } from '../../shell/language.tsx';
import { policiesTexts } from './texts.ts';

interface DraftActionsProps {
  readonly policyId: string;
  readonly version: number;
  readonly onDone: () => void;
}

/** Approves or discards a draft; who drafted it is told, and cannot approve it (four eyes). */
export function DraftActions({ policyId, version, onDone }: DraftActionsProps) {
  const texts = useTexts(policiesTexts);
  const { sub } = useWho();
  const { items } = useList('/v1/policies/{policyId}/history', { params: { policyId } });
  const isOwn = items.some(({ type, actor }) => type === 'policy-drafted' && actor.sub === sub);
  return (
    <>
      {isOwn && <span className="quiet own-draft">{texts.ownDraft}</span>}
      <CommandDialog<'/v1/policies/{policyId}/approval', object>
        title={texts.approve}
        isPrimary
        isDisabled={isOwn || items.length === 0}
        path="/v1/policies/{policyId}/approval"
        params={{ policyId }}
        version={version}
        draft={`approve ${policyId}`}
        says={texts.approveSays}
        submit={texts.approve}
        toBody={() => ({})}
        done={() => texts.approveDone}
        onDone={onDone}
      />
      <CommandDialog<'/v1/policies/{policyId}/discard', { reason?: string }>
        title={texts.discard}
        path="/v1/policies/{policyId}/discard"
        params={{ policyId }}
        version={version}
        draft={`discard ${policyId}`}
        says={texts.discardSays}
        submit={texts.discard}
        isDanger
        toBody={({ reason }) => ({ reason: reason || null })}
        done={() => texts.discardDone}
        onDone={onDone}
      >
        <Form.Item name="reason" label={texts.code}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </CommandDialog>
    </>
  );
}
