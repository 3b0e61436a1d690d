import { Menu } from 'antd';
import type { PageEntry } from '../pages/pages.ts';
import { hrefOf, useAddress } from './address.ts';
import { useLanguage, useTexts } from './language.tsx';
import { shellTexts } from './texts.ts';

/** The pages that whoever is signed in may open, as links. */
export function Navigation({ pages }: { readonly pages: readonly PageEntry[] }) {
  const { path } = useAddress();
  const { language } = useLanguage();
  const texts = useTexts(shellTexts);
  const here = path === '/' ? '/' : `/${path.split('/')[1]}`;
  return (
    <nav aria-label={texts.nav}>
      <Menu
        mode="inline"
        selectedKeys={[here]}
        items={pages.flatMap(({ path: target, title, icon: Icon }) =>
          title
            ? [
                {
                  key: target,
                  icon: Icon && <Icon />,
                  label: (
                    <a href={hrefOf(target)} aria-current={here === target ? 'page' : undefined}>
                      {title[language]}
                    </a>
                  ),
                },
              ]
            : [],
        )}
      />
    </nav>
  );
}
