import { Form, Input, Select } from 'antd';
import { filled } from '../../parts/texts.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { useWords } from '../../words/words.ts';
import { choices, type ParameterName, parameterBook } from './parameter-book.ts';
import { readTyped, shownValue, typedValue } from './parameter-text.ts';
import { policiesTexts } from './texts.ts';
import { useNaming } from './use-naming.ts';

/** One parameter to change, with what is in force below it. */
export function ParameterField({ parameter, now }: { readonly parameter: ParameterName; readonly now: unknown }) {
  const texts = useTexts(policiesTexts);
  const { labelled } = usePunctuation();
  const { language } = useLanguage();
  const naming = useNaming();
  const words = useWords();
  const { kind, mayBeOff, rule, ...names } = parameterBook[parameter];
  const isTyped = kind !== 'yesNo' && kind !== 'choice' && kind !== 'words';
  const hint = isTyped ? texts[`hint_${kind}`] : '';
  const known =
    parameter === 'eligibleCategories'
      ? words.names.categories
      : parameter === 'conferenceUnits'
        ? words.names.units
        : words.names.evidence;
  const toOptions = (entries: readonly (readonly [string, string])[]) =>
    entries.map(([value, label]) => ({ value, label }));
  return (
    <Form.Item
      name={['parameters', parameter]}
      label={`${names[language]}${rule === '' ? '' : ` (${rule})`}`}
      initialValue={kind === 'yesNo' ? (now ? 'yes' : 'no') : isTyped ? typedValue(kind, now) : (now ?? [])}
      extra={[labelled(texts.now, shownValue(parameter, now, naming)), hint, mayBeOff ? texts.empty_is_off : '']
        .filter(Boolean)
        .join(' · ')}
      rules={
        isTyped
          ? [
              {
                validator: async (_, text: string) => {
                  const read = readTyped(kind, text ?? '');
                  if (read === undefined || (read === null && !mayBeOff)) {
                    throw new Error(filled('{wrong}: {hint}', { wrong: texts.wrongValue, hint }));
                  }
                },
              },
            ]
          : []
      }
    >
      {isTyped ? (
        <Input maxLength={500} />
      ) : kind === 'yesNo' ? (
        <Select
          options={toOptions([
            ['yes', texts.yes],
            ['no', texts.no],
          ])}
        />
      ) : kind === 'choice' ? (
        <Select
          options={toOptions(Object.entries(choices[parameter] ?? {}).map(([value, said]) => [value, said[language]]))}
        />
      ) : (
        <Select mode="tags" options={parameter === 'useOfFundsProhibited' ? [] : toOptions(Object.entries(known))} />
      )}
    </Form.Item>
  );
}
