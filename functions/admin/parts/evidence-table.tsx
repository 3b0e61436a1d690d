import { Table } from 'antd';
import { useTexts } from '../shell/language.tsx';
import { useWords } from '../words/words.ts';
import { DocumentButton } from './document-button.tsx';

interface Evidence {
  readonly kind: string;
  readonly reference: string | null;
  readonly documentId?: string | null;
  readonly datedOn: string | null;
  readonly addedOn?: string;
}

const texts = {
  zh: { label: '材料', kind: '种类', reference: '档案编号', datedOn: '日期', addedOn: '登记日期', file: '电子件' },
  en: {
    label: 'Papers',
    kind: 'Kind',
    reference: 'Archive reference',
    datedOn: 'Dated',
    addedOn: 'Entered',
    file: 'File',
  },
};

/** Papers, by reference to an archive, as a file, or both. */
export function EvidenceTable({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const said = useTexts(texts);
  const words = useWords();
  return (
    <Table<Evidence>
      aria-label={said.label}
      size="small"
      rowKey={(row) => `${row.kind} ${row.reference} ${row.documentId} ${row.datedOn}`}
      dataSource={[...evidence]}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: said.kind, render: (_, row) => words.evidence(row.kind) },
        { title: said.reference, render: (_, row) => row.reference ?? '—' },
        { title: said.datedOn, render: (_, row) => row.datedOn ?? '—' },
        {
          title: said.file,
          render: (_, row) => (row.documentId ? <DocumentButton documentId={row.documentId} /> : '—'),
        },
      ]}
    />
  );
}
