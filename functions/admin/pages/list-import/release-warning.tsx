import { Alert } from 'antd';
import { filled } from '../../parts/texts.ts';
import { useTexts } from '../../shell/language.tsx';
import { listImportTexts } from './texts.ts';

interface ReleaseWarningProps {
  readonly extent: { readonly revocations: number; readonly certificates: number } | null | undefined;
  /** Whether who looks at it sent the import: another must release it then. */
  readonly isOwn: boolean;
}

/** What a large replace would revoke, while it waits for another official's release. */
export function ReleaseWarning({ extent, isOwn }: ReleaseWarningProps) {
  const texts = useTexts(listImportTexts);
  const figures = { revocations: extent?.revocations ?? 0, certificates: extent?.certificates ?? 0 };
  return (
    <Alert
      className="problem"
      type="warning"
      showIcon
      title={filled(texts.releaseWarns, figures)}
      description={isOwn ? texts.ownImport : undefined}
    />
  );
}
