/**
 * The spelling of a Vietnamese syllable: a consonant, a rime, a tone (Viện Ngôn ngữ học, Từ điển tiếng Việt). Rimes are
 * listed without tones; what ends in a stop bears only the sharp or the heavy tone.
 */
export const onsets: readonly string[] = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ");

export const rimes: readonly string[] = [
  "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây",
  "e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu",
  "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu",
  "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot",
  "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt",
  "u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy uya uych uyên uyêt uyn uynh uyp uyt uyu",
  "ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu",
  "y yêm yên yêng yêt yêu",
].flatMap((row) => row.split(" "));

const onsetSet = new Set(["", ...onsets]);
const rimeSet = new Set(rimes);
const longestOnset = 3;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const stop = /(?:c|ch|p|t)$/;
const stopTones = /[\u0301\u0323]/;

/** Whether a word is spelt as one syllable of Vietnamese, in small letters, capitals or with a capital first. */
export function isSyllable(word: string): boolean {
  if (word.length > 8 || !isCased(word)) return false;
  const letters = word.toLowerCase().normalize("NFD");
  const marks = letters.match(tones) ?? [];
  if (marks.length > 1) return false;
  const plain = letters.replace(tones, "").normalize("NFC");
  for (let length = Math.min(longestOnset, plain.length); length >= 0; length--) {
    if (!onsetSet.has(plain.slice(0, length))) continue;
    const rime = rimeOf(plain.slice(0, length), plain.slice(length));
    if (rime !== null) return !stop.test(rime) || stopTones.test(marks[0] ?? "");
  }
  return false;
}

/** "gi" lends its i to the rime: gì, giếng; "qu" its u: quý, quốc. */
function rimeOf(onset: string, rest: string): string | null {
  if (rimeSet.has(rest)) return rest;
  if (onset === "g" && rest.startsWith("i")) return rimeSet.has(rest.slice(1)) ? rest.slice(1) : null;
  return onset === "qu" && rimeSet.has(`u${rest}`) ? `u${rest}` : null;
}

function isCased(word: string): boolean {
  const rest = word.slice(1);
  return rest === rest.toLowerCase() || word === word.toUpperCase();
}
