import { EvidenceTable } from '../../parts/evidence-table.tsx';
import { SharesTable } from '../../parts/shares-table.tsx';
import { WorkingList } from '../../parts/working-list.tsx';
import { hrefOf } from '../../shell/address.ts';
import { useTexts } from '../../shell/language.tsx';
import { usePunctuation } from '../../shell/punctuation.ts';
import type { Item } from './agenda-item.tsx';
import { meetingsTexts } from './texts.ts';

/** What the units look at: the request, its papers, and what the figure would bring. */
export function ItemMaterial({ item }: { readonly item: Item }) {
  const texts = useTexts(meetingsTexts);
  const { labelled } = usePunctuation();
  const { claim, loan, estimate, inclusion } = item.material;
  const payout = claim?.shares ? claim : estimate;
  return (
    <details className="event material">
      <summary>{texts.material}</summary>
      {claim && (
        <>
          {claim.statement !== null && <p>{labelled(texts.statement, claim.statement)}</p>}
          <p>
            <a href={hrefOf(`/claims/${claim.claimId}`)}>{texts.file}</a>
            {' · '}
            <a href={hrefOf(`/loans/${claim.loanId}`)}>{texts.loan}</a>
          </p>
          {payout && (
            <>
              <h3>{texts.estimate}</h3>
              <SharesTable lossFen={payout.lossFen} shares={payout.shares} uncoveredFen={payout.uncoveredFen} />
              <WorkingList working={payout.working} />
            </>
          )}
          <EvidenceTable evidence={[...(claim.evidence ?? []), ...(loan?.evidence ?? [])]} />
        </>
      )}
      {inclusion && (
        <>
          <p>
            <a href={hrefOf(`/inclusions/${inclusion.inclusionId}`)}>{texts.file}</a>
          </p>
          <p>{labelled(texts.innovationNeed, inclusion.innovationNeed)}</p>
          <p>{labelled(texts.financingLack, inclusion.financingLack)}</p>
          <p>{labelled(texts.validUntil, inclusion.validUntil ?? texts.openEnded)}</p>
          <EvidenceTable evidence={inclusion.evidence} />
        </>
      )}
    </details>
  );
}
