import { Form, Input, Radio } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { AmountInput } from '../../parts/amount-input.tsx';
import { CommandForm } from '../../parts/command-form.tsx';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { useWords } from '../../words/words.ts';
import type { Item } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

type VoteWord = Shape<'MeetingRecord'>['items'][number]['votes'][number]['vote'];

interface VoteFormProps {
  readonly meetingId: string;
  readonly item: Item;
  readonly onDone: () => void;
}

interface VoteValues {
  readonly vote: VoteWord;
  readonly assessedFen?: number;
  readonly opinion?: string;
}

/** A unit's vote on one item. */
export function VoteForm({ meetingId, item, onDone }: VoteFormProps) {
  const texts = useTexts(meetingsTexts);
  const words = useWords();
  const { itemId } = item;
  return (
    <CommandForm<'/v1/meetings/{meetingId}/votes', VoteValues>
      path="/v1/meetings/{meetingId}/votes"
      params={{ meetingId }}
      draft={`vote ${itemId}`}
      submit={texts.castVote}
      toBody={({ vote, assessedFen, opinion }) => ({
        itemId,
        vote,
        assessedFen: assessedFen ?? null,
        opinion: opinion?.trim() || null,
      })}
      done={(_, { vote }) => filled(texts.voteDone, { vote: words.vote(vote) })}
      onDone={onDone}
    >
      <Form.Item name="vote" label={texts.vote} rules={[{ required: true }]}>
        <Radio.Group
          className="vote-choice"
          optionType="button"
          buttonStyle="solid"
          size="large"
          options={Object.entries(words.names.votes).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {item.kind === 'claim' && (
        <Form.Item name="assessedFen" label={texts.advice}>
          <AmountInput />
        </Form.Item>
      )}
      <Form.Item name="opinion" label={texts.opinionLabel}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </CommandForm>
  );
}
