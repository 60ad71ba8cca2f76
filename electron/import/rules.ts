/**
 * Everything that an import may leave out of a story, and why. Nothing is left out by any other rule, and
 * whatever is left out stands in the receipt, verbatim, with the name and reason given here.
 *
 * The rules would rather leave junk than lose a sentence: each names whole lines or whole containers, and
 * quotations set apart as blockquotes are never left out.
 */

/** Leaves out a line or a block of text that is nothing but this. */
export interface LineRule {
  readonly name: string
  readonly reason: string
  /** Tried on the block's whole text, white space collapsed. */
  readonly matches: readonly RegExp[]
  /** A block with more words than this is read as part of the story. */
  readonly maxWords: number
  /** Opens the end of a page: behind it, `endOfPageRule` holds. */
  readonly opensEnd?: true
}

const share =
  'share|tweet|e-?mail|print|copy link|copy url|save|bookmark|comment|teilen|drucken|merken|mailen|link kopieren|senden'
const platform =
  'facebook|twitter|x|x \\(twitter\\)|whats ?app|linked ?in|reddit|pinterest|pin ?it|telegram|tumblr|flipboard|pocket|threads|bluesky|mastodon|instagram|youtube|tiktok|xing|messenger|sms|google\\+|vkontakte|vk|line|weibo|snapchat|rss'

const shareParts = `((${share}|${platform})( this| article)?( on| via| by)?[ ,|/·•:+0-9]*)`

export const lineRules: readonly LineRule[] = [
  {
    name: 'not cleared',
    reason: 'The mark of an export that was not cleared',
    maxWords: 5,
    matches: [/^not cleared [–—-] internal copy$/iu],
  },
  {
    name: 'comment section',
    reason: 'The label of a comment section',
    maxWords: 8,
    opensEnd: true,
    matches: [
      /^(\d[\d.,]* )?(comments?|kommentare?)( ?[([]?\d[\d.,]*[)\]]?)?:?$/iu,
      /^(leave|post|add|write) (a|your) (comment|reply)( [×x]| cancel reply)?[.!]?$/iu,
      /^(view|show|read|see|hide|load|join) (all |the |more )?(\d+ )?(comments|conversation|discussion)$/iu,
      /^(kommentar|antwort) (schreiben|verfassen|hinterlassen|abgeben)$|^kommentare (anzeigen|lesen|laden|ausblenden)$/iu,
      /^(no|be the first to) comments?( yet)?[.!]?$|^noch keine kommentare[.!]?$/iu,
      /^(comments are closed|die kommentarfunktion ist geschlossen)[.!]?$/iu,
    ],
  },
  {
    name: 'view all',
    reason: 'A link to a list elsewhere on the site',
    maxWords: 6,
    matches: [
      /^(view|see|show|load) (all|more)( [\p{L}]+){0,2} ?[→»›>↓▼+]*$/iu,
      /^(alle|mehr|weitere)( [\p{L}]+){0,2} (anzeigen|ansehen|laden|zeigen) ?[→»›>↓▼+]*$/iu,
      /^(mehr|more) ?[→»›>↓▼]+$/iu,
    ],
  },
  {
    name: 'loading',
    reason: 'Stands where something was still being loaded',
    maxWords: 6,
    matches: [
      /^loading\b[^.!?]*(\.\.\.|…)?$/iu,
      /^(wird|werden) geladen ?(\.\.\.|…)?$|^(lade|lädt|laden)( [\p{L}]+){0,3} ?(\.\.\.|…)$/iu,
      /^please wait ?(\.\.\.|…)?$|^bitte warten ?(\.\.\.|…)?$/iu,
    ],
  },
  {
    name: 'advertisement',
    reason: 'The label or empty place of an advertisement',
    maxWords: 8,
    matches: [
      /^[-–—\s*]*(skip )?(advertise?ments?|advertising|ads?|ads? placement|ad placement|adverts?|anzeigen?|werbung|w e r b u n g|sponsored( content| post| links)?|promoted( content)?|paid (post|content))[-–—\s*:]*$/iu,
      /^(advertise?ment[.:]? ?)?((story|article|post) )?continues below( (this )?(ad|advertise?ment))?\.?$/iu,
      /^(advertise?ment ?)?[-–—]? ?scroll to continue( with content)?$/iu,
      /^(remove|report|hide|why this|close) (this )?ads?$|^weiter nach der (anzeige|werbung)$|^artikel wird nach der (anzeige|werbung) fortgesetzt$/iu,
    ],
  },
  {
    name: 'share bar',
    reason: 'Buttons for passing the page on',
    maxWords: 24,
    matches: [
      new RegExp(
        `^(share|teilen)( (this|on|via|with|it|the|your|article|story|post|page|friends|dies|diesen|artikel|auf|per|bei|mit|freunden|and|und))*:?( (${platform}))?$`,
        'iu',
      ),
      new RegExp(`^(auf|bei|per|via) (${platform}|e-?mail) (teilen|senden|weiterleiten)$`, 'iu'),
      new RegExp(`^(share|tweet|post|pin|send|save) (this|it|on|to|via|by)( (${platform}|e-?mail))?$`, 'iu'),
      // Two platforms alone may be a heading ("Facebook, Twitter"); a third or a verb among them tells.
      new RegExp(
        `^(?=.*\\b(share|tweet|e-?mail|print|copy|teilen|drucken|merken)\\b)${shareParts}{2,}$`,
        'iu',
      ),
      new RegExp(`^${shareParts}{3,}$`, 'iu'),
      /^(tweet|email this|print this|print article|copy link|copied|link copied|link kopieren)[.!]?$/iu,
      /^\d[\d.,]*k? (shares?|mal geteilt)$/iu,
    ],
  },
  {
    name: 'cookies',
    reason: 'A notice about cookies or consent',
    maxWords: 90,
    matches: [
      /^(we(,? and our partners,?)?( may)? use|this (web)?site uses|our (web)?site uses|by using this (web)?site).*\bcookies\b.*\b(accept|agree|consent|preferences|settings|privacy|experience|opt out|policy|continu)/iu,
      /^(wir (verwenden|nutzen|setzen)|diese (web)?seite (verwendet|nutzt)|diese website (verwendet|nutzt)).*\bcookies\b.*(zustimm|akzeptier|einwillig|einstellungen|datenschutz|erlebnis|ablehnen)/iu,
      /^(accept|reject|allow|decline|manage)( all)?( cookies| preferences| settings| options)+( and continue)?$|^(accept|reject|allow) all$/iu,
      /^(alle )?(cookies )?(akzeptieren|ablehnen|zulassen)( und weiter)?$|^cookie-? ?(settings|preferences|policy|notice|einstellungen|richtlinie)$/iu,
    ],
  },
  {
    name: 'newsletter',
    reason: 'An invitation to subscribe or to log in',
    maxWords: 40,
    matches: [
      /^(sign ?up|subscribe|register)( now| here| today)?( (for|to) (our|the|my|a)( [\p{L}\p{N}'’&-]+){0,4} (newsletters?|e-?mails?|alerts?|channel|feed)\b.*)?[.!→ ]*$/iu,
      /^get (the|our|your)( [\p{L}\p{N}'’&-]+){1,10} (in|to) your (inbox|mailbox)\b.*$/iu,
      /^(jetzt )?(zum |den |unseren )?newsletter( [\p{L}]+){0,3} (abonnieren|bestellen|anmelden)[.!]?$|^newsletter$/iu,
      /^(enter|your) (your )?e-?mail( address)?( here)?( \*)?$|^(ihre )?e-mail-adresse( eingeben)?$/iu,
      /^(already (a|have an?) (subscriber|member|account)\?? ?)?(log ?in|sign ?in|anmelden|einloggen|registrieren)( here| now)?[.!]?$/iu,
    ],
  },
  {
    name: 'follow us',
    reason: 'An invitation to follow the site elsewhere',
    maxWords: 20,
    matches: [
      new RegExp(
        `^(follow|like|join|find|folgen sie|folgt|folge) (us|uns)( (on|at|auf|bei))?(( and| und|,)? ?(${platform}))*[.!:]?$`,
        'iu',
      ),
      /^(download|get) (our|the) app[.!]?$/iu,
    ],
  },
  {
    name: 'read more',
    reason: 'Points to other pages of the site',
    maxWords: 30,
    opensEnd: true,
    matches: [
      /^(read more|continue reading|keep reading|weiterlesen|mehr lesen|more info|learn more|find out more) ?[→»›>.…]*$/iu,
      /^(related|recommended|more|popular|trending|latest|similar|other|top|ähnliche|weitere|verwandte|beliebte|neueste)( (top|latest|news|other))?( (stories|articles|posts|news|content|coverage|topics|reading|links|videos|artikel|beiträge|themen|meldungen|nachrichten))( (on|from|for|in|by|aus|zu|von)( [\p{L}\p{N}&'’.-]+){1,4})?:?$/iu,
      /^(related|recommended( for you)?|you (may|might) (also )?(like|be interested in)( this)?|more from( [\p{L}\p{N}&'’.-]+){1,4}|more on this( story| topic)?|(up|read) next|most (read|popular|viewed)|what to read next|trending( now)?|don['’]t miss|mehr zum thema|das könnte (sie|dich) auch interessieren|auch interessant|meistgelesen|lesen sie auch|siehe auch)([:…]|\.\.\.)?$/iu,
      /^(read (more|also|next|too)|also read|see also|related( story| article)?|read:|watch:?|more:|lesen sie auch|lesen sie (mehr|dazu)|mehr dazu|auch interessant|mehr zum thema)( ?[:|»→-])+ [^.!?]+[?!]?$/iu,
    ],
  },
  {
    name: 'site control',
    reason: 'Operates the page',
    maxWords: 8,
    matches: [
      /^(skip|jump) to( the)?( main)? (content|navigation|article|search)$|^(zum|zur) (haupt)?(inhalt|navigation|suche)( springen)?$/iu,
      /^(back to (the )?top|return to top|nach oben|zum seitenanfang) ?[↑^]*$/iu,
      /^(close|open|toggle)( the)?( menu| navigation| search| this| x| ×)+$|^(menu|menü) (schließen|öffnen)$/iu,
      /^(previous|next|vorheriger|nächster|prev)( (article|post|story|page|artikel|beitrag|seite))( ?[:→←»«])?$/iu,
      /^(listen to (this )?(article|story)|artikel (an)?hören|play (video|audio)|video abspielen)( ?[·|]? ?\d+ ?min(utes)?)?$/iu,
      /^((reading time|lesezeit|lesedauer):? )?(ca\. )?\d{1,3}[- ](min|mins|minutes?|minuten?)\.?( read| lesezeit| lesedauer| to read)$|^(reading time|lesezeit|lesedauer):? (ca\. )?\d{1,3} (min|mins|minutes?|minuten?)\.?$/iu,
      /^(show|view|enlarge|toggle) (caption|image|photo|gallery|full ?screen)$|^hide caption$|^bild vergrößern$/iu,
    ],
  },
  {
    name: 'rights line',
    reason: 'The copyright notice of the site',
    maxWords: 40,
    matches: [
      /^(copyright )?(©|\(c\)|&copy;|copyright)[\s\S]*\b((19|20)\d\d|all rights reserved|alle rechte vorbehalten)\b[\s\S]*$/iu,
      /^(all rights reserved|alle rechte vorbehalten)[.!]?$/iu,
    ],
  },
]

/** A lone platform's name may be a heading; next to another part of a share bar it is one itself. */
export const sharePlatform = {
  name: 'share bar',
  reason: 'Buttons for passing the page on',
  matches: new RegExp(`^(${platform}|${share})( \\d[\\d.,]*k?)?$`, 'iu'),
} as const

/**
 * Behind a comment or "more stories" label, when nothing but such lines follows up to the end of the page: a
 * short label is left out. A longer line, one that ends like a sentence, one with a colon or a quotation is not.
 */
export const endOfPageRule = {
  name: 'label at the end',
  reason: 'A short label behind the comments at the end of the page',
  maxWords: 4,
  isLabel: (text: string): boolean => !/[.!?:;"“”„«»]/u.test(text.replace(/(\.\.\.|…)$/u, '')),
} as const

/** Leaves out an element of a page with all it holds, blockquotes excepted. */
export interface ContainerRule {
  readonly name: string
  readonly reason: string
  readonly elements?: readonly string[]
  readonly roles?: readonly string[]
  /**
   * Parts of a class name or id, set apart as CSS names are: "ad" is found in `top-ad` and `adSlot`, not in
   * `shadow`; "read-more" in `read-more` and `readMore`.
   */
  readonly parts?: readonly string[]
  /** Its names are also given to things of other kinds, so it yields sooner to what may be the story. */
  readonly isVague?: true
}

/** A list of names, written in one line. */
const names = (list: string): readonly string[] => list.split(' ')

export const containerRules: readonly ContainerRule[] = [
  {
    name: 'navigation',
    isVague: true,
    reason: 'Menus and ways through the site',
    elements: ['nav', 'menu'],
    roles: names('navigation menu menubar search tablist toolbar'),
    parts: names(
      `nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager skip-link skip-links site-header masthead topbar search-form searchform post-nav`,
    ),
  },
  {
    name: 'footer',
    isVague: true,
    reason: 'The foot of the site or page',
    elements: ['footer'],
    roles: ['contentinfo'],
    parts: names(`footer site-footer page-footer colophon copyright legal-notice disclaimer-links`),
  },
  {
    name: 'side column',
    isVague: true,
    reason: 'Stands beside the story',
    elements: ['aside'],
    roles: ['complementary', 'banner'],
    parts: names(`sidebar side-bar rail right-rail widget-area`),
  },
  {
    name: 'comments',
    reason: 'What readers wrote below the story',
    parts: names(
      `comments comment-list commentlist comment-section comment-form comment-respond respond disqus disqus-thread coral livefyre kommentare comment-area comments-area fb-comments`,
    ),
  },
  {
    name: 'advertisement',
    isVague: true,
    reason: 'The place of an advertisement',
    parts: names(
      `ad ads advert adverts advertisement advertising ad-slot adslot adunit adsbygoogle dfp gpt sponsor sponsored sponsors outbrain taboola promo promos promotion anzeige werbung ad-container adbox banner-ad revcontent affiliate-disclosure`,
    ),
  },
  {
    name: 'share bar',
    reason: 'Buttons for passing the page on',
    parts: names(
      `share sharing sharebar share-bar share-buttons sharethis addthis addtoany a2a sharedaddy social socials social-links social-media socialmedia social-share jp-relatedposts shariff teilen`,
    ),
  },
  {
    name: 'cookies',
    reason: 'A notice about cookies or consent',
    parts: names(`cookie cookies consent gdpr ccpa onetrust cmp cookie-banner cookiebar sp-message`),
  },
  {
    name: 'newsletter',
    reason: 'An invitation to subscribe',
    parts: names(
      `newsletter newsletters subscribe subscription signup sign-up paywall subscriber-offer mailing-list mailchimp mc-embed email-signup`,
    ),
  },
  {
    name: 'other stories',
    isVague: true,
    reason: 'Points to other pages of the site',
    parts: names(
      `related related-posts related-articles relatedposts recommended recommendation recommendations recirc recirculation read-more readmore more-stories more-from most-read most-popular trending popular also-read you-may-like up-next read-next latest-news tags tag-list tagcloud post-tags article-tags entry-tags topics yarpp zergnet`,
    ),
  },
  {
    name: 'about the author',
    reason: 'Describes the author below or beside the story',
    parts: names(`author-bio author-box about-author about-the-author author-info authorbox bio-box`),
  },
  {
    name: 'window over the page',
    isVague: true,
    reason: 'A window that opens over the page',
    elements: ['dialog'],
    roles: ['dialog', 'alertdialog', 'tooltip'],
    parts: names(`modal popup pop-up popover lightbox overlay tooltip toast`),
  },
  {
    name: 'form',
    isVague: true,
    reason: 'Fields and buttons of the page',
    elements: names('form button select textarea input datalist fieldset option optgroup progress meter'),
    roles: ['button', 'form'],
  },
  {
    name: 'for screen readers',
    reason: 'Not shown on the page, read aloud by screen readers',
    parts: names(
      `sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only show-for-sr a11y-hidden`,
    ),
  },
]

/** The reasons of what a page loses by how it is built and not by its name. */
export const pageRules = {
  hidden: { name: 'hidden', reason: 'The page does not show this' },
  withoutScript: { name: 'without scripts', reason: 'The page shows this only where scripts are off' },
  outside: { name: 'outside the story', reason: 'Stands outside the part of the page that holds the story' },
  links: { name: 'list of links', reason: 'Nothing but links to other pages' },
  image: {
    name: 'image without its file',
    reason: 'The words of a picture whose file did not come with the page',
  },
  note: { name: 'footnote', reason: 'A footnote whose reference is not in the story' },
  embed: { name: 'embedded', reason: 'Something of another site shown inside the page; nothing is fetched' },
  drawing: { name: 'drawing', reason: 'Words inside a drawing or formula, which a story cannot hold' },
  head: { name: 'other title', reason: 'A further title or description in the head of the page' },
  frontMatter: { name: 'front matter', reason: 'A line of the file’s head that a story has no field for' },
} as const
