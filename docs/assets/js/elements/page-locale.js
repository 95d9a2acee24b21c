// @ts-check
/** How the page writes numbers and dates. */
export function pageLocale() {
  const { dataset, lang } = document.documentElement;
  return dataset.locale ?? lang;
}
