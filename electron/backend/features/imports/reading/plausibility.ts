// The most frequent characters of Chinese prose, and of company names, places and sales lists.
const simplified =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
  '限集团股份商客户阶段额赢率负责销售输单预谢跟联系业科技京沪广州深圳杭苏武汉成都重庆陕湖江浙福建厦鲁豫川渝辽沈贸易医药食品材料设备软件网络数据服务咨询投资控股有限责任中心分公司跟拜访微信邮箱签约回款产线渠阳李刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑唐韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶魏吕丁沈姜范';
const traditional =
  '這個們來為國說時會對過發後裡種經學現當沒動還進樣開從實軍無與長機使關點業將兩間問戰頭體見產己話內給門兒東聲處義幾認條係氣題爾變總電數報結體務場計資許統區隊決馬書則聽達強難權設記類據邊張該規萬領傳師觀讓識帶導爭運額戶聯團責銷售輸單預廣灣臺北縣島華麗豐興業網絡軟體';
const common = new Set(simplified + traditional);

const han = /\p{Script=Han}/u;
const kana = /[\u3041-\u30ff]/;
const odd =
  /[\ufffd\ufffc\ue000-\uf8ff\uff61-\uff9f\u0370-\u03ff\u0400-\u04ff\u2500-\u25ff\u3100-\u312f\u00a0-\u00bf×÷]/;
const letter = /\p{Script=Latin}/u;

const enough = 20_000;

/**
 * How much a text looks like language rather than bytes read in the wrong way: the share, 0 to
 * 1, of its characters past ASCII that are usual where they stand.
 */
export function plausibility(text: string): number {
  let seen = 0;
  let usual = 0;
  let before = '';
  for (const character of text) {
    if (character > '\x7f') {
      seen += 1;
      usual += usualness(character, before);
      if (seen >= enough) break;
    }
    before = character;
  }
  return seen === 0 ? 1 : Math.max(0, usual / seen);
}

function usualness(character: string, before: string): number {
  if (common.has(character)) return 1;
  if (odd.test(character)) return -1;
  if (han.test(character)) return 0.1;
  if (kana.test(character)) return 1;
  // Accented letters stand in words of plain ones.
  if (letter.test(character)) return letter.test(before) && before <= '\x7f' ? 1 : 0.2;
  return /[\u3000-\u303f\uff00-\uff60\u2010-\u203a€]/.test(character) ? 0.6 : 0;
}
