import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import type { Item, Meeting } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

/** The count as it stands, said aloud when it changes. */
export function Tally({ meeting, item }: { readonly meeting: Meeting; readonly item: Item }) {
  const texts = useTexts(meetingsTexts);
  const { approve, reject, abstain, recuse } = item.tally;
  return (
    <p role="status">
      {filled(texts.tally, { approve, reject, abstain, recuse, voted: item.votes.length, units: meeting.units.length })}
    </p>
  );
}
