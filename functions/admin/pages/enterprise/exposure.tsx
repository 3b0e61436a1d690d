import { Progress } from 'antd';
import type { Shape } from '../../api/calls.ts';
import { Amount } from '../../parts/amount.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { amountText } from '../../parts/money.ts';
import { Panel } from '../../parts/panel.tsx';
import { filled } from '../../parts/texts.ts';
import { useLanguage, useTexts } from '../../shell/language.tsx';
import { enterpriseTexts } from './texts.ts';

/** What is reserved and outstanding over all institutions, against the cap (R10). */
export function Exposure({ enterprise }: { readonly enterprise: Shape<'Enterprise'> }) {
  const texts = useTexts(enterpriseTexts);
  const { language } = useLanguage();
  const nameOf = useInstitutionName();
  const { exposureFen, capFen, leftFen, exposureByInstitution } = enterprise;
  const said =
    exposureFen === null || capFen === null
      ? texts.unseen
      : filled(texts.used, {
          used: amountText(exposureFen, language),
          cap: amountText(capFen, language),
          left: amountText(leftFen ?? 0, language),
        });
  return (
    <Panel title={texts.exposure}>
      <p>{said}</p>
      {exposureFen !== null && capFen !== null && (
        <Progress aria-label={said} percent={Math.min(100, (exposureFen / capFen) * 100)} showInfo={false} />
      )}
      {exposureByInstitution !== null && Object.keys(exposureByInstitution).length > 0 && (
        <dl className="facts">
          {Object.entries(exposureByInstitution).map(([institutionId, fen]) => (
            <div key={institutionId} className="fact">
              <dt>{nameOf(institutionId)}</dt>
              <dd>
                <Amount fen={fen} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Panel>
  );
}
