/** English: the words that a question is read by. */
import type { LanguageWords } from './language.ts';

export const en: LanguageWords = {
  tag: 'en',
  asked: {
    for:
      'in favour of, in favor of, in favour, in favor, favour*, favor*, is for, are for, ' +
      'be for, is anyone for, is anybody for, anyone for, anybody for, who for, ^for, for it, ' +
      'speak* for, speaks out for, support*, back, backs, backed, backing, want, wants, ' +
      'wanted, demand*, call* for, call* on _ to, urge*, advocat*, ask* for, ask* _ to, ' +
      'push* for, press* for, argue* for, argu* in favour of, argu* in favor of, ' +
      'speak* in favour of, speak* up for, speak* out for, spoke* up for, spoke* out for, ' +
      'spoke* in favour of, argument* for, argument* in favour of, argument* in favor of, case for, ' +
      'backer*, champion*, fan of, fans of, friend* of, adherent*, ' +
      'come* out for, came out for, come* out in favour of, came out in favour of, ' +
      'stand* behind, stand* up for, supporter* of, in support of, make* the case for, ' +
      'endors*, welcom*, approv*, pro, ^pro, would like, wish* for, insist*, recommend*, ' +
      'propos*, agree* with, plead* for, campaign* for, keen on, proponent*, the case for, ' +
      'good idea, should get, should give, should send, argues for, pleads for, speaks up for, ' +
      'lobby* for, lobbied for, called for, calling for, has called for',
    against:
      'against, against it, oppos*, reject*, turn* down, refus*, condemn*, veto*, say* no to, ' +
      'said no to, critici*, denounc*, disagree*, object* to, resist*, block*, argu* against, ' +
      'come* out against, came out against, protest* against, warn* against, speak* against, ' +
      'spoke* against, spoke* out against, speak* out against, advis* against, argument* against, ' +
      'case against, objection*, foe, foes, enemy, enemies, detractor*, adversar*, criticism of, ' +
      'anti, contra, dislike*, averse, ' +
      'opponent*, critic, critics, bad idea, stand* in the way of, holds back, declin*, ' +
      'irresponsible, the case against, is not for, isnt for, are not for, not for, ' +
      'not in favour of, not in favor of, not keen on, no friend of, say* nay to, ' +
      'nothing good about, opposition to, rather not',
    expects:
      'expect*, predict*, anticipat*, forecast*, foresee*, likely, probable, probably, ' +
      'certain, certainly, inevitabl*, count* on, reckon* with, is sure, are sure, bound to, ' +
      'think* likely, going to happen, will happen, see* _ coming, saw _ coming, convinced',
    possible:
      'possible, possibly, conceivabl*, imaginable, can imagine, could imagine, plausible, ' +
      'might happen, could happen, not rule out, cannot rule out, cant rule out, ' +
      'doesnt rule out, wont rule out, not exclude, thinkable, on the table',
    doubts:
      'doubt*, unlikely, improbable, sceptic*, skeptic*, rule* out, ruling out, exclud*, ' +
      'impossible, unthinkable, inconceivable, wont happen, not happen, cannot imagine, ' +
      'cant imagine, cannot see, cant see, not imagine',
    count:
      'how many, how much, number of, numbers of, number, numbers, amount of, figures, ' +
      'figures for, figures on, figure for, figure, total of, what number, headcount, how big, ' +
      'how large, how strong, how long is, percentage*, what percentage, per cent, percent, ' +
      'how many per cent, how many percent, how much percent, share of, what share, what is the share, ' +
      'proportion, what proportion, what fraction, fraction of',
    when:
      'when, since when, what date, what day, which day, on which day, what happen*, happened, ' +
      'what was going on, which month, what month, what time, how long ago, ' +
      'the date of, date of, whens, last time, the last time, first time, the first time, ' +
      'when was the last time, when was the first time',
    where:
      'where, what place, which place, in which place, which region, in which region, ' +
      'location of, wheres',
    why:
      'why, how come, for what reason, what reason*, reason*, reason* for, what for, ' +
      'on what grounds, grounds, what speaks for, what speaks against, what stops, ' +
      'what prevents, what drives, because of what, what keeps _ from, what makes, whys',
    said:
      '^what did, ^what does, ^what has, say, says, said, saying, tell, tells, told, tell us, ' +
      'tells us, told us, stated, states that, quote, quotes, quoted, quote from, quotation*, ' +
      'according to, remark*, comment*, position of, position on, position, stance, opinion*, ' +
      'view of, views, view on, argue*, claim*, declar*, announc*, statement*, speak* about, ' +
      'talk* about, words of, in the words of, mention*, explain*, report*, promis*, ' +
      'stand* on, think* about, think* of, whats _ view, whats _ position, whats _ stance, ' +
      'what _ told',
    thinks:
      'think*, believe*, assume*, reckon*, suppose*, feel*, consider*, thought, sees, who see, who saw',
    who:
      'who, whom, whose, by whom, by who, from whom, by anyone, by anybody, anyone, anybody, ' +
      'someone, somebody, any one, is there anyone, is there anybody, is there someone, ' +
      'are there, is there, which, nobody, no one, noone, any voices, voices, people, ' +
      'is anyone, is anybody, does anyone, does anybody, would anyone, would anybody, ' +
      'has anyone, has anybody, who else, who all, whos, who would, who has, ' +
      'any voice',
    whether:
      '^will, ^would, ^could, ^can, ^does, ^do, ^did, ^is, ^are, ^was, ^were, ^has, ^have, ' +
      '^should, ^may, ^might, ^shall, ^what if, ^how likely is, ^how likely, ' +
      '^what are the chances of, ^what is the chance of, ^chances of, ^are we going to see, ' +
      '^is it true that',
    expert: 'expert*, specialist*, analyst*, researcher*, academic*, scholar*, scientist*',
    politician: 'politician*, political leader*, heads of government, statesm*',
    official: 'official*, authorities, government official*',
    outlet: 'newspaper*, media, press, journalist*, outlet*, editor*, magazine*',
    anonymous: 'anonymous*, unnamed, insider*, unnamed source*, anonymous source*',
    scenarios: 'scenario, scenarios, list of scenarios',
    sources: 'sources, articles',
    events: 'event, events',
    balance:
      'more for than against, more _ for than against, more supporters than opponents, for and against, for or against, pros and cons, pro and con, ' +
      'pro and contra, both sides, the balance on, supporters and opponents',
    contested:
      'contested, most contested, disputed, most disputed, controversial, most controversial, ' +
      'divisive, most divisive, most argued about, most debated, most disagreement',
    changed:
      'changed sides, change sides, switched sides, switch sides, changed _ mind, ' +
      'change _ mind, changed _ minds, changed _ position, changed _ view, ' +
      'contradict* himself, contradict* herself, contradict* themselves, contradict* itself, ' +
      'u turn, flip flop*',
    relayed:
      'pass* on, passed along, relay*, convey*, forwarded, through whom, via whom, ' +
      'by way of whom, who quoted, who quotes, second hand, secondhand, on whose behalf',
    head:
      'head of, heads of, chief, chief of, leader, leader of, boss, boss of, who leads, who heads, ' +
      'who runs, who rules, who governs, who is in charge of, in charge of, who commands, ' +
      'who presides over, who led, ruler, ruler of',
  },
  not:
    'not no dont doesnt didnt isnt arent wasnt werent wont wouldnt cant cannot couldnt shouldnt hasnt havent never ' +
    'without',
  questions:
    'how what when where which who whose why hows whats whens wheres whos whys summarise summarize ' +
    'outline recap sum show name give describe',
  offices:
    'president, prime minister, chancellor, secretary general, dictator, king, queen, head, director, ' +
    'chairman, chairwoman, chief, leader',
  happenings:
    'meeting call talks conversation visit trip summit plan attack invasion session ceremony speech',
  stop:
    'about again all also any being can could did do does doing get gets getting got i if into ' +
    'just let like many me more most much my now our out over own please s should so still than ' +
    'them then there these those too towards under up within would your am actually really ' +
    'exactly ever yet tell know anything something else between during after before because ' +
    'concerning regarding might may shall must against said say says show think thinks want wants',
  vague:
    'send sends sent sending deliver delivers delivered delivering delivery give gives gave given ' +
    'giving go goes went going come comes came coming happen happens happened happening make ' +
    'makes made making take takes took taking put puts start starts started starting begin begins ' +
    'began become becomes became having provide provides provided supply supplies supplying use ' +
    'uses used using see sees saw seen called call calls bring brings brought step steps stepping ' +
    'set sets setting join joins joining enter enters entering move moves moving involve involved ' +
    'latest new current currently possible topic issue question idea plan option scenario thing ' +
    'things',
  endings: 's es ed d ing er n ians ian',
  verb: /ed$/,
  particles: '',
  months:
    'january jan, february feb, march mar, april apr, may, june jun, july jul, august aug, ' +
    'september sep sept, october oct, november nov, december dec',
  ordinals:
    'first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, ' +
    'twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, ' +
    'nineteenth, twentieth',
  dates: {
    in: 'in on at during of from around',
    since: 'since',
    after: 'after',
    until: 'until till by',
    before: 'before',
    between: 'between from',
    to: 'to and until till through',
    the: 'the',
    of: 'of',
    early: 'early beginning start',
    middle: 'mid middle',
    late: 'late end',
  },
};
