/**
 * From when the two built-in versions are in force, and by which document (R1). The days are placeholders: a city's
 * deployment is bundled with its own file in the place of this module (infra/deployment.md), and refuses these days.
 */
export const builtInOrigins = {
  'former-measures': {
    effectiveFrom: '2018-01-01',
    title: '原办法（文件名未公布）',
    documentNumber: null as string | null,
    issuedOn: null as string | null,
  },
  'measures-2024': {
    effectiveFrom: '2024-01-01',
    title: '平湖市科创企业贷款支持实施办法',
    documentNumber: null as string | null,
    issuedOn: null as string | null,
  },
};
