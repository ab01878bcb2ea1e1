/** Every kind of public page, by a name that completes “nothing on …”. */
export const PUBLIC_PAGES: Readonly<Record<string, string>> = {
  'the directory of brands': '/',
  'a brand’s first page': '/northstar/en/',
  'a listed brand’s first page': '/netflix/fr/',
  'the list of topics': '/northstar/ms/topics',
  'a topic': '/northstar/en/topics/streaming-quality',
  'a keyword': '/northstar/en/tags/wifi',
  'an article': '/northstar/de/articles/buffering-on-samsung-tv',
  'a guide with pictures': '/northstar/en/guides/cancel-subscription',
  'a policy page': '/northstar/fr/articles/refund-policy',
  'a listed brand’s guide': '/netflix/en/guides/cancel-membership',
  'the error codes': '/northstar/en/errors',
  'an error code': '/northstar/ms/errors/nw-2-5',
  'a historic error code': '/netflix/en/errors/s7363-1260-ffffd119',
  'the devices': '/northstar/de/devices',
  'a device': '/northstar/en/devices/samsung-tv',
  'the check of a device': '/northstar/fr/supported?device=samsung-tv',
  'search before it was asked': '/northstar/en/search',
  'search results': '/northstar/en/search?q=refund',
  'a search without result': '/northstar/de/search?q=zzqxv',
  'an answer to a question': '/northstar/en/ask?question=how%20do%20I%20cancel&about=articles/refund-policy',
  'a question without an answer': '/northstar/de/ask?question=zzqxv',
  'the versions of a policy': '/northstar/en/articles/refund-policy/versions',
  contact: '/northstar/en/contact?about=guides/cancel-subscription&q=cancel',
  'a listed brand’s contact': '/norton/de/contact',
  'a proposed correction': '/northstar/en/suggest?about=articles/cancel-subscription',
  'the thanks for a correction': '/northstar/en/suggest?sent=yes',
  'the thanks for a verdict': '/northstar/en/articles/buffering-on-samsung-tv?helpful=no',
  'the imprint': '/northstar/fr/legal',
  'the desk’s sign-in': '/desk/sign-in',
};

/** Pages that answer with an error, and the status they answer with. */
export const ERROR_PAGES: Readonly<Record<string, string>> = {
  'a page that is not there': '/northstar/de/nowhere',
  'a brand that is not there': '/nobody/en/',
};

/** Every kind of page at the desk, for an administrator. */
export const DESK_PAGES: Readonly<Record<string, string>> = {
  'the queue': '/desk/northstar',
  'the list of articles': '/desk/northstar/articles',
  'a new article': '/desk/northstar/new',
  'an article at the desk': '/desk/northstar/articles/change-plan',
  'the editor': '/desk/northstar/articles/change-plan/en',
  'the editor of a translation': '/desk/northstar/articles/change-plan/de',
  'the history': '/desk/northstar/articles/change-plan/de/history',
  'the feedback': '/desk/northstar/feedback',
  'the suggestions': '/desk/northstar/suggestions',
  'the searches': '/desk/northstar/searches?all=yes',
  'the pictures': '/desk/northstar/pictures',
  'the words': '/desk/northstar/words/channels',
  'the settings': '/desk/northstar/settings',
  'the audit log': '/desk/northstar/audit',
  'the components': '/desk/components',
};
