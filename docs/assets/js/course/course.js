// @ts-check
/** The part of the scripts that pages of courses need. */
import { CourseAgenda } from "./course-agenda.js";
import { CourseQuestions } from "./course-questions.js";

CourseAgenda.define();
CourseQuestions.define();
