import type { Shape } from '../api/calls.ts';
import { useTexts } from '../shell/language.tsx';
import { useWords } from '../words/words.ts';
import { partTexts } from './texts.ts';

type Actor = Pick<Shape<'HistoryEvent'>['actor'], 'sub' | 'name' | 'org'>;

/** How who acted is named: the organisation alone where the person is not the reader's to see, a neutral word where the name was erased. */
export function useActorName(): (actor: Actor) => string {
  const texts = useTexts(partTexts);
  const words = useWords();
  return ({ sub, name, org }) => name ?? (sub === null ? words.unit(org) : texts.nameErased);
}
