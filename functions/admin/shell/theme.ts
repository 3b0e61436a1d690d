import type { ThemeConfig } from 'antd';

/** Ant Design with colours that everybody can read: every text has a contrast of at least 4.5 to what is behind it. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b4ab8',
    colorPrimaryHover: '#1a5bc9',
    colorPrimaryActive: '#083b93',
    colorLink: '#0b4ab8',
    colorLinkHover: '#083b93',
    colorLinkActive: '#083b93',
    colorError: '#b42318',
    colorWarning: '#9a5b00',
    colorSuccess: '#1a6b3a',
    colorSuccessBg: '#e6f5eb',
    colorSuccessBorder: '#a9d8b8',
    colorWarningBg: '#fff5e0',
    colorWarningBorder: '#efd49b',
    colorErrorBg: '#fdecec',
    colorErrorBorder: '#f2b8b5',
    colorInfoBg: '#e9f1fd',
    colorInfoBorder: '#b3cdf6',
    colorText: '#1f2937',
    colorTextSecondary: '#4b5563',
    colorTextTertiary: '#56606e',
    colorTextDescription: '#56606e',
    colorTextPlaceholder: '#667080',
    colorTextDisabled: '#667080',
    borderRadius: 6,
    fontFamily:
      'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif',
    // Whoever has asked their system for stillness gets it.
    motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Table: {
      headerBg: '#f1f4f9',
      headerColor: '#374151',
      rowHoverBg: '#f5f8fe',
      rowSelectedBg: '#edf4fe',
      rowSelectedHoverBg: '#e3eefd',
    },
    Menu: { itemSelectedBg: '#e3eefe', itemHeight: 42 },
  },
};

/** For buttons on the head of the page, which is dark: under the mouse, too, their words stay white. */
export const onDark: ThemeConfig = {
  components: {
    Button: {
      textTextColor: '#fff',
      textTextHoverColor: '#fff',
      textTextActiveColor: '#fff',
      textHoverBg: 'rgba(255, 255, 255, 0.16)',
      colorBgTextActive: 'rgba(255, 255, 255, 0.24)',
    },
  },
};
