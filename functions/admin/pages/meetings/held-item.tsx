import { Form, Input } from 'antd';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import type { Item, Meeting } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

interface HeldItemProps {
  readonly meeting: Meeting;
  readonly item: Item;
  readonly onDone: () => void;
}

/** For an item that could not be carried out: what happened, and what the office may do; nothing for any other. */
export function HeldItem({ meeting, item, onDone }: HeldItemProps) {
  const texts = useTexts(meetingsTexts);
  if (!item.held) return null;
  const { meetingId } = meeting;
  const { itemId } = item;
  const decisions = [
    { decision: 'retry', title: texts.retryItem, says: texts.retryItemSays, isDanger: false },
    { decision: 'skip', title: texts.skipItem, says: texts.skipItemSays, isDanger: true },
  ] as const;
  return (
    <>
      <p role="status">{filled(texts.heldItem, { failures: item.held.failures })}</p>
      {item.held.error !== null && <p className="hint">{item.held.error}</p>}
      <div className="form-actions">
        {decisions.map(({ decision, title, says, isDanger }) => (
          <CommandDialog<'/v1/meetings/{meetingId}/carrying-out', { reason: string }>
            key={decision}
            title={title}
            path="/v1/meetings/{meetingId}/carrying-out"
            params={{ meetingId }}
            draft={`${decision} ${meetingId} ${itemId}`}
            says={says}
            submit={title}
            isDanger={isDanger}
            toBody={({ reason }) => ({ itemId, decision, reason })}
            done={() => texts.releaseItemDone}
            onDone={onDone}
          >
            <Form.Item name="reason" label={texts.reason} rules={[{ required: true, whitespace: true }]}>
              <Input.TextArea rows={3} maxLength={2000} />
            </Form.Item>
          </CommandDialog>
        ))}
      </div>
    </>
  );
}
