import { Alert } from 'antd';
import { plansOf } from '../../imports/import-plan.ts';
import { usePlan } from '../../imports/use-plan.ts';
import { countText } from '../../parts/count-text.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { filled } from '../../parts/texts.ts';
import { useWho } from '../../session/use-session.ts';
import { changeQuery, hrefOf, useAddress } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { ChooseFile } from './choose-file.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';
import { listImportTexts } from './texts.ts';

/** Importing a list: a file, what it would change, and only then the import itself. */
export default function ImportPage() {
  const planId = useAddress().query.get('plan');
  return planId === null ? <Beginning /> : <Planned key={planId} planId={planId} />;
}

function Beginning() {
  const texts = useTexts(listImportTexts);
  const { sub } = useWho();
  const unfinished = plansOf(sub).filter(
    ({ stage, commit }) => stage === 'commit' && commit.some(({ importId }) => importId === null),
  );
  return (
    <>
      <PageHead title={texts.title} />
      {unfinished.map(({ id, fileName, rows }) => (
        <Alert
          key={id}
          className="problem"
          type="warning"
          showIcon
          title={filled(texts.unfinished, { file: fileName, rows: countText(rows) })}
          action={<a href={hrefOf('/enterprises/import', { plan: id })}>{texts.goOn}</a>}
        />
      ))}
      <ChooseFile onPlanned={(id) => changeQuery({ plan: id })} />
    </>
  );
}

function Planned({ planId }: { readonly planId: string }) {
  const texts = useTexts(listImportTexts);
  const planned = usePlan(planId);
  if (planned !== null && planned !== 'gone' && planned.plan.stage === 'commit')
    return <ResultStep planned={planned} />;
  const startOver = (): void => changeQuery({ plan: undefined });
  return (
    <>
      <PageHead title={texts.title} />
      {planned === 'gone' && (
        <>
          <Alert className="problem" type="warning" role="alert" showIcon title={texts.gone} />
          <ChooseFile onPlanned={(id) => changeQuery({ plan: id })} />
        </>
      )}
      {planned !== null && planned !== 'gone' && <PreviewStep planned={planned} onStartOver={startOver} />}
    </>
  );
}
