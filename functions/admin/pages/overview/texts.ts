const zh = { title: '首页' };
const en: { readonly [Key in keyof typeof zh]: string } = { title: 'Overview' };
export const overviewTexts = { zh, en };
