import { Alert, Button } from 'antd';
import { useSession } from '../session/use-session.ts';
import { useLanguage, useTexts } from './language.tsx';
import { shellTexts } from './texts.ts';

/** What is shown to somebody who is not signed in. */
export function Welcome({ problem }: { readonly problem: string | null }) {
  const session = useSession();
  const texts = useTexts(shellTexts);
  const { language, choose } = useLanguage();
  return (
    <main className="welcome">
      <div className="welcome-card">
        <h1>{texts.system}</h1>
        <p className="quiet">{texts.welcome}</p>
        {problem !== null && <Alert type="error" showIcon title={texts.signInFailed} description={problem} />}
        <Button type="primary" size="large" block onClick={() => session.signIn()}>
          {texts.signIn}
        </Button>
        <Button type="link" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
          {texts.language}
        </Button>
      </div>
    </main>
  );
}
