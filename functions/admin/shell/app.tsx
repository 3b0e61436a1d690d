import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import type { ApiClient } from '../api/client.ts';
import { ApiContext } from '../api/use-api.ts';
import type { Session } from '../session/session.ts';
import { SessionContext, useSessionState } from '../session/use-session.ts';
import { ExpiredDialog } from './expired-dialog.tsx';
import { Frame } from './frame.tsx';
import { LanguageProvider, useLanguage, useTexts } from './language.tsx';
import { shellTexts } from './texts.ts';
import { theme } from './theme.ts';
import { Welcome } from './welcome.tsx';
import 'dayjs/locale/zh-cn';

interface AppProps {
  readonly session: Session;
  readonly api: ApiClient;
}

/** Everything: session, API, language and theme around the frame. */
export function App({ session, api }: AppProps) {
  return (
    <SessionContext value={session}>
      <ApiContext value={api}>
        <LanguageProvider>
          <Themed />
        </LanguageProvider>
      </ApiContext>
    </SessionContext>
  );
}

function Themed() {
  const { language } = useLanguage();
  const { nothing } = useTexts(shellTexts);
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      renderEmpty={() => <span className="quiet">{nothing}</span>}
    >
      <AntApp message={{ maxCount: 3 }}>
        <Inside />
      </AntApp>
    </ConfigProvider>
  );
}

function Inside() {
  const state = useSessionState();
  if (state.kind === 'signed-out') return <Welcome problem={state.problem} />;
  return (
    <>
      <Frame key={state.who.sub} />
      {state.kind === 'expired' && <ExpiredDialog />}
    </>
  );
}
