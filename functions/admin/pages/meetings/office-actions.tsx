import { Form, Input } from 'antd';
import { mayMove, meetingMoves } from '../../../../shared/contracts/moves.ts';
import { CommandDialog } from '../../parts/command-dialog.tsx';
import { useTexts } from '../../shell/language.tsx';
import type { Meeting } from './agenda-item.tsx';
import { type ItemDecision, ItemDecisions } from './item-decisions.tsx';
import { meetingsTexts } from './texts.ts';

interface OfficeActionsProps {
  readonly meeting: Meeting;
  readonly onDone: () => void;
}

/** The office ends a meeting: by its resolution, or before the first vote by cancelling it. */
export function OfficeActions({ meeting, onDone }: OfficeActionsProps) {
  const texts = useTexts(meetingsTexts);
  const { meetingId, version, state, items } = meeting;
  const hasVotes = items.some(({ votes }) => votes.length > 0);
  return (
    <>
      <CommandDialog<'/v1/meetings/{meetingId}/resolution', { items?: Readonly<Record<string, ItemDecision>> }>
        title={texts.resolve}
        isPrimary
        path="/v1/meetings/{meetingId}/resolution"
        params={{ meetingId }}
        version={version}
        draft={`resolve ${meetingId}`}
        says={texts.resolveSays}
        submit={texts.resolve}
        toBody={(values) => ({
          items: Object.entries(values.items ?? {}).flatMap(([itemId, { defer, assessedFen, reason }]) =>
            defer || assessedFen !== undefined
              ? [
                  {
                    itemId,
                    defer: defer ?? false,
                    assessedFen: assessedFen ?? null,
                    reason: reason || null,
                    note: null,
                  },
                ]
              : [],
          ),
        })}
        done={() => texts.resolveDone}
        onDone={onDone}
      >
        <ItemDecisions items={items} />
      </CommandDialog>
      {!hasVotes && mayMove(meetingMoves, state, 'meeting-cancelled') && (
        <CommandDialog<'/v1/meetings/{meetingId}/cancellation', { reason?: string }>
          title={texts.cancel}
          path="/v1/meetings/{meetingId}/cancellation"
          params={{ meetingId }}
          version={version}
          draft={`cancel ${meetingId}`}
          says={texts.cancelSays}
          submit={texts.cancel}
          isDanger
          toBody={({ reason }) => ({ reason: reason || null })}
          done={() => texts.cancelDone}
          onDone={onDone}
        >
          <Form.Item name="reason" label={texts.reason}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
        </CommandDialog>
      )}
    </>
  );
}
