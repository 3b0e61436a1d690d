import { Form, Input, Radio } from 'antd';
import { AmountInput } from '../../parts/amount-input.tsx';
import { useEnterpriseName } from '../../parts/enterprise-names.ts';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import type { Item } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

export interface ItemDecision {
  readonly defer?: boolean;
  readonly assessedFen?: number;
  readonly reason?: string;
}

/** What the resolution says of each item beyond the votes: nothing, a deferral, or a lower figure with its reason. */
export function ItemDecisions({ items }: { readonly items: readonly Item[] }) {
  return items
    .filter(({ outcome }) => outcome === null)
    .map((item, index) => <OneDecision key={item.itemId} item={item} index={index + 1} />);
}

function OneDecision({ item, index }: { readonly item: Item; readonly index: number }) {
  const texts = useTexts(meetingsTexts);
  const name = useEnterpriseName(item.creditCode);
  const at = (field: keyof ItemDecision) => ['items', item.itemId, field];
  const { approve, reject, abstain, recuse } = item.tally;
  const label = `${filled(texts.item, { index })} ${name}`;
  return (
    <fieldset className="decision">
      <legend>
        {label}
        <span className="quiet"> ({[approve, reject, abstain, recuse].join(' / ')})</span>
      </legend>
      <Form.Item name={at('defer')} initialValue={false} noStyle>
        <Radio.Group
          aria-label={`${texts.decision} ${label}`}
          options={[
            { value: false, label: texts.asVoted },
            { value: true, label: texts.defer },
          ]}
        />
      </Form.Item>
      {item.kind === 'claim' && (
        <Form.Item name={at('assessedFen')} label={texts.lower}>
          <AmountInput />
        </Form.Item>
      )}
      <Form.Item name={at('reason')} label={texts.reason}>
        <Input maxLength={500} />
      </Form.Item>
    </fieldset>
  );
}
