import { hrefOf } from '../shell/address.ts';
import { useEnterpriseName } from './enterprise-names.ts';

/** An enterprise by its name, leading to its file; the code on hover. */
export function EnterpriseLink({ creditCode }: { readonly creditCode: string }) {
  const name = useEnterpriseName(creditCode);
  return (
    <a href={hrefOf(`/enterprises/${creditCode}`)} title={creditCode}>
      {name}
    </a>
  );
}
