/** Finds where the words begin in a turn of a transcript: behind the name of who speaks. */

/** `Q:`, `MR. SMITH:`, `Anna Meier (SPD):` — a few words, the first a capital or in capitals. */
const BEFORE_COLON = /^\p{Lu}[^\s:"“„«]*(?:\s[^\s:"“„«]+){0,6}\s?:\s+(?=\S)/u;
/** `Mme Clara Chappaz. Je suis d'accord` — a form of address, a name, a full stop. */
const ADDRESSED =
  /^(?:M\.|MM\.|Mme|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Prof\.?|Sir|Lord|Lady|Senator|Sen\.|Rep\.|The CHAIR\w*)\s(?:\p{Lu}[\p{L}'’-]*\s?){1,4}(?:\([^)]*\))?[.:]\s*(?:[–—-]\s*)?(?=\S)/u;

/** How many UTF-16 units of a turn are the name of its speaker, with what follows it. */
export function spokenPart(turn: string): number {
  const [label = ''] = ADDRESSED.exec(turn) ?? BEFORE_COLON.exec(turn) ?? [];
  return label.length;
}
