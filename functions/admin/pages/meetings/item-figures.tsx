import { Descriptions } from 'antd';
import { Amount } from '../../parts/amount.tsx';
import { EnterpriseLink } from '../../parts/enterprise-link.tsx';
import { useInstitutionName } from '../../parts/institution-names.tsx';
import { useTexts } from '../../shell/language.tsx';
import type { Item } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

/** Who and how much an item is about. */
export function ItemFigures({ item }: { readonly item: Item }) {
  const texts = useTexts(meetingsTexts);
  const nameOf = useInstitutionName();
  const { claim } = item.material;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, lg: 4 }}
      items={[
        { key: 'enterprise', label: texts.enterprise, children: <EnterpriseLink creditCode={item.creditCode} /> },
        ...(item.kind === 'claim'
          ? [
              { key: 'bank', label: texts.institution, children: nameOf(claim?.institutionId ?? null) },
              { key: 'claimed', label: texts.claimed, children: <Amount fen={item.claimedFen} /> },
              { key: 'proposed', label: texts.proposed, children: <Amount fen={item.proposedAssessedFen} /> },
            ]
          : []),
        ...(item.assessedFen === null
          ? []
          : [{ key: 'assessed', label: texts.assessed, children: <Amount fen={item.assessedFen} /> }]),
        ...(item.figureReason === null ? [] : [{ key: 'figure', label: texts.setFigure, children: item.figureReason }]),
        ...(item.reason === null ? [] : [{ key: 'reason', label: texts.reason, children: item.reason }]),
      ]}
    />
  );
}
