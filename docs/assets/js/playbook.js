// @ts-check
/** The one script of every page: makes the elements known that a page may hold. */
import { CheckList } from "./elements/check-list.js";
import { CopyButton } from "./elements/copy-button.js";
import { LanguageSwitch } from "./elements/language-switch.js";
import { MenuButton } from "./elements/menu-button.js";
import { ResultsMap } from "./elements/results-map.js";
import { SiteSearch } from "./elements/site-search.js";
import { ToolForm } from "./tool/tool-form.js";
import { ToolReport } from "./tool/tool-report.js";

ToolReport.define();
ToolForm.define();
CheckList.define();
CopyButton.define();
ResultsMap.define();
SiteSearch.define();
MenuButton.define();
LanguageSwitch.define();
