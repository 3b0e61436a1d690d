import { Form, Input } from 'antd';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import type { Item, Meeting } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

interface AgendaChangesProps {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly onDone: () => void;
}

/** What the office may still change of an item: its figure, or whether it is on the agenda. */
export function AgendaChanges({ meeting, item, onDone }: AgendaChangesProps) {
  const texts = useTexts(meetingsTexts);
  const { meetingId } = meeting;
  const { itemId } = item;
  const nothing = { add: { claimIds: [], inclusionIds: [] }, remove: [], figures: [] };
  // No `If-Match`: votes that come in change the version all the time, and do not concern who takes an item off.
  return (
    <div className="form-actions">
      {item.kind === 'claim' && (
        <CommandDialog<'/v1/meetings/{meetingId}/agenda', { proposedAssessedFen: number; reason: string }>
          title={texts.setFigure}
          path="/v1/meetings/{meetingId}/agenda"
          params={{ meetingId }}
          draft={`figure ${itemId}`}
          says={texts.setFigureSays}
          submit={texts.setFigure}
          toBody={(values) => ({ ...nothing, figures: [{ itemId, ...values }] })}
          done={() => texts.setFigureDone}
          onDone={onDone}
        >
          <Form.Item name="proposedAssessedFen" label={texts.proposed} rules={[{ required: true }]}>
            <AmountInput />
          </Form.Item>
          <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </CommandDialog>
      )}
      <CommandDialog<'/v1/meetings/{meetingId}/agenda', object>
        title={texts.remove}
        path="/v1/meetings/{meetingId}/agenda"
        params={{ meetingId }}
        draft={`remove ${itemId}`}
        says={texts.removeSays}
        submit={texts.remove}
        isDanger
        toBody={() => ({ ...nothing, remove: [itemId] })}
        done={() => texts.removeDone}
        onDone={onDone}
      />
    </div>
  );
}
