// @ts-check
/** The part of the scripts that the page of the composer needs. */
import { CourseComposer } from "./course-composer.js";

CourseComposer.define();
