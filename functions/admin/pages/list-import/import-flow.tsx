import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { placeOfImport, plansOf } from '../../imports/import-plan.ts';
import { type PlannedImport, usePlan } from '../../imports/use-plan.ts';
import { countText } from '../../parts/count-text.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { filled } from '../../parts/texts.ts';
import { useWho } from '../../session/use-session.ts';
import type { SheetKind } from '../../sheets/read-file.ts';
import { changeQuery, hrefOf, useAddress } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { ResultStep } from './result-step.tsx';
import { listImportTexts } from './texts.ts';

interface ImportFlowProps {
  readonly kind: SheetKind;
  readonly title: string;
  /** The first step: a file, of which a plan is made. */
  readonly choose: (onPlanned: (planId: string) => void) => ReactNode;
  /** The second: what it would do, and the button that does it. */
  readonly preview: (planned: PlannedImport, onStartOver: () => void) => ReactNode;
}

const onPlanned = (planId: string): void => changeQuery({ plan: planId });
const onStartOver = (): void => changeQuery({ plan: undefined });

/** Importing a sheet: the file, what it would do, and only then the import itself. The plan's id lies in the address. */
export function ImportFlow(props: ImportFlowProps) {
  const planId = useAddress().query.get('plan');
  return planId === null ? <Beginning {...props} /> : <Planned key={planId} planId={planId} {...props} />;
}

function Beginning({ kind, title, choose }: ImportFlowProps) {
  const texts = useTexts(listImportTexts);
  const { sub } = useWho();
  const unfinished = plansOf(sub).filter(
    (plan) => plan.kind === kind && plan.stage === 'commit' && plan.commit.some(({ importId }) => importId === null),
  );
  return (
    <>
      <PageHead title={title} />
      {unfinished.map(({ id, fileName, rows }) => (
        <Alert
          key={id}
          className="problem"
          type="warning"
          showIcon
          title={filled(texts.unfinished, { file: fileName, rows: countText(rows) })}
          action={<a href={hrefOf(placeOfImport[kind], { plan: id })}>{texts.goOn}</a>}
        />
      ))}
      {choose(onPlanned)}
    </>
  );
}

function Planned({ planId, title, choose, preview }: ImportFlowProps & { readonly planId: string }) {
  const texts = useTexts(listImportTexts);
  const planned = usePlan(planId);
  if (planned === null) return <PageHead title={title} />;
  if (planned === 'gone') {
    return (
      <>
        <PageHead title={title} />
        <Alert className="problem" type="warning" role="alert" showIcon title={texts.gone} />
        {choose(onPlanned)}
      </>
    );
  }
  if (planned.plan.stage === 'commit') return <ResultStep planned={planned} />;
  return (
    <>
      <PageHead title={title} />
      {preview(planned, onStartOver)}
    </>
  );
}
