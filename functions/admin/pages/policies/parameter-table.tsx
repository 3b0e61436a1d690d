import { Table } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import { type ParameterName, parameterBook } from './parameter-book.ts';
import { shownValue } from './parameter-text.ts';
import { policiesTexts } from './texts.ts';
import { useNaming } from './use-naming.ts';

interface ParameterTableProps {
  readonly policy: Shape<'Policy'>;
  /** Another version to stand beside it. */
  readonly beside: Shape<'Policy'> | null;
  readonly onlyDifferences?: boolean;
}

/** The parameters of a version, beside another's. */
export function ParameterTable({ policy, beside, onlyDifferences = false }: ParameterTableProps) {
  const texts = useTexts(policiesTexts);
  const { labelled } = usePunctuation();
  const { language } = useLanguage();
  const naming = useNaming();
  const rows = (Object.keys(parameterBook) as ParameterName[])
    .map((name) => ({
      name,
      value: shownValue(name, policy.parameters[name], naming),
      other: beside === null ? '' : shownValue(name, beside.parameters[name], naming),
    }))
    .filter(({ value, other }) => !onlyDifferences || value !== other);
  if (onlyDifferences && rows.length === 0) return <p>{texts.noDifference}</p>;
  return (
    <Table
      aria-label={onlyDifferences ? texts.differences : texts.parameters}
      size="small"
      rowKey="name"
      dataSource={rows}
      pagination={false}
      columns={[
        { title: texts.parameter, render: (_, { name }) => <span title={name}>{parameterBook[name][language]}</span> },
        { title: texts.rule, width: 80, render: (_, { name }) => parameterBook[name].rule || texts.none },
        ...(beside === null ? [] : [{ title: labelled(texts.now, beside.name), dataIndex: 'other' }]),
        { title: beside === null ? texts.value : texts.proposed, dataIndex: 'value' },
      ]}
    />
  );
}
