// @ts-check
/** What a page needs in the frame of a course. */
import { EmbedView } from "./embed-view.js";

EmbedView.define();
