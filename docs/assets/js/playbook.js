// @ts-check
/** The one script of every page: makes the elements known that a page may hold. */
import { CheckList } from "./check-list.js";
import { CopyButton } from "./copy-button.js";
import { LanguageSwitch } from "./language-switch.js";
import { MenuButton } from "./menu-button.js";
import { ResultsMap } from "./results-map.js";
import { SiteSearch } from "./site-search.js";
import { ToolForm } from "./tool-form.js";
import { ToolReport } from "./tool-report.js";

ToolReport.define();
ToolForm.define();
CheckList.define();
CopyButton.define();
ResultsMap.define();
SiteSearch.define();
MenuButton.define();
LanguageSwitch.define();
