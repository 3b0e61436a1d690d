import { pick } from './random.ts';

const places = ['平湖市', '平湖', '浙江', '嘉兴'];
const firstCharacters = [...'锐启瑞恒博远卓宏智新晟凯科创禾亿华正嘉联诚天明泽捷弘辰毅鼎拓'];
const secondCharacters = [...'科达德信源扬成泰晖能维川翔利程拓迈立邦舟腾诺锋越飞胜尔光航宇'];
const trades = [
  '智能装备',
  '新材料',
  '精密机械',
  '光电科技',
  '电子科技',
  '生物科技',
  '自动化设备',
  '汽车零部件',
  '新能源',
  '环保科技',
  '医疗器械',
  '信息技术',
  '数控机床',
  '高分子材料',
  '传感技术',
  '箱包科技',
  '智能家居',
  '半导体',
  '纺织科技',
  '仪器仪表',
];
const forms = ['有限公司', '有限公司', '有限公司', '股份有限公司'];

/** Makes a company's name that was not made before. Any likeness to a real company is chance. */
export function madeUpName(random: () => number, taken: Set<string>): string {
  for (;;) {
    const brand = pick(random, firstCharacters) + pick(random, secondCharacters);
    const name = pick(random, places) + brand + pick(random, trades) + pick(random, forms);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
