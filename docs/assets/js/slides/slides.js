// @ts-check
/** The part of the scripts that pages of slides need. */
import { SlideShow } from "./slide-show.js";

SlideShow.define();
