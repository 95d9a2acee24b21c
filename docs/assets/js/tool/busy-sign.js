// @ts-check
/** Says beside the button that was pressed that its work goes on. */
import { isWriting } from "../elements/focus.js";

/** Milliseconds: quick work shows no words, and what reads pages aloud knows the place before its text. */
const BLINK = 100;

/**
 * @param {HTMLElement} button
 * @param {string} text
 * @returns {() => void} takes the sign away
 */
export function showBusy(button, text) {
  if (button.ariaBusy === "true") return () => undefined;
  const sign = document.createElement("output");
  sign.className = "working";
  button.after(sign);
  button.ariaBusy = "true";
  const timer = setTimeout(() => (sign.textContent = text), BLINK);
  return () => {
    clearTimeout(timer);
    sign.remove();
    button.ariaBusy = null;
  };
}

/**
 * Put a message right after the buttons that one of them belongs to, and take the reader there; where he writes
 * in a field by now, it is only announced.
 * @param {HTMLElement} button
 * @param {HTMLElement} message
 */
export function showBeside(button, message) {
  const isAnnounced = isWriting();
  if (isAnnounced) message.role = "alert";
  (button.closest("section") ?? button).after(message);
  message.hidden = false;
  message.tabIndex = -1;
  if (!isAnnounced) message.focus();
}
