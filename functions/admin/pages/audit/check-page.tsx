import { useRead } from '../../api/use-read.ts';
import { instantText } from '../../parts/day.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Panel } from '../../parts/panel.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useTexts } from '../../shell/language.tsx';
import type { PageProps } from '../pages.ts';
import { auditTexts } from './texts.ts';

/** One run of a check, with what it found. */
export default function CheckPage({ params }: PageProps) {
  const checkId = params.checkId ?? '';
  const texts = useTexts(auditTexts);
  const { value, problem } = useRead('/v1/audit/checks/{checkId}', { params: { checkId } });
  if (!value) return <ProblemNotice problem={problem} />;
  return (
    <>
      <PageHead title={texts[value.check]} beside={<StateMark of="check" state={value.state} />} />
      <Panel>
        <p>
          {texts.started} {instantText(value.startedAt)} · {texts.examined} {value.examined} · {texts.findings}{' '}
          {value.findingsCount}
          {value.knownCount > 0 && ` · ${texts.knownCut} ${value.knownCount}`}
        </p>
        <ul>
          {value.findings.map((finding) => (
            <li key={JSON.stringify(finding)} className="code">
              {Object.entries(finding)
                .map(([name, said]) => `${name}: ${said}`)
                .join(', ')}
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
