import { MenuOutlined } from '@ant-design/icons';
import { Button, ConfigProvider, Drawer } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { pages } from '../pages/pages.ts';
import { InstitutionsProvider } from '../parts/institution-names.tsx';
import { useSession, useWho } from '../session/use-session.ts';
import { useWords } from '../words/words.ts';
import { useAddress } from './address.ts';
import { useLanguage, useTexts } from './language.tsx';
import { Navigation } from './navigation.tsx';
import { PageOutlet } from './page-outlet.tsx';
import { shellTexts } from './texts.ts';
import { onDark } from './theme.ts';

/** Head, navigation by role, and the page that the address names. */
export function Frame() {
  const session = useSession();
  const who = useWho();
  const texts = useTexts(shellTexts);
  const words = useWords();
  const { language, choose } = useLanguage();
  const { path } = useAddress();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const visited = useRef(path);
  const mine = pages.filter((page) => page.roles.some((role) => who.roles.includes(role)));

  useEffect(() => {
    setMenuOpen(false);
    if (visited.current === path) return;
    visited.current = path;
    // Whoever reads by ear or by keyboard goes on at the new page, not at the link that led there.
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path]);

  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {texts.skip}
      </button>
      <ConfigProvider theme={onDark}>
        <header className="top">
          <Button
            className="narrow-only"
            type="text"
            icon={<MenuOutlined />}
            aria-label={texts.menu}
            onClick={() => setMenuOpen(true)}
          />
          <span className="top-name">{texts.system}</span>
          <span className="wide-only">
            {who.name} · {words.unit(who.org)}
          </span>
          <Button type="text" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
            {texts.language}
          </Button>
          <Button type="text" onClick={() => session.signOut()}>
            {texts.signOut}
          </Button>
        </header>
      </ConfigProvider>
      <div className="body">
        <div className="side">
          <Navigation pages={mine} />
        </div>
        <Drawer open={isMenuOpen} onClose={() => setMenuOpen(false)} placement="left" size={260} title={who.name}>
          <Navigation pages={mine} />
        </Drawer>
        <main className="main" id="main" tabIndex={-1} ref={main}>
          <InstitutionsProvider>
            <PageOutlet pages={mine} />
          </InstitutionsProvider>
        </main>
      </div>
    </>
  );
}
