// Everything can be read and decided without scripts; these make it quick.
import { connect } from "./live.js";
import { watchForms } from "./decide.js";
import { watchDrafts } from "./drafts.js";
import { watchKeys } from "./keys.js";
import { watchDrawing } from "./drawing.js";

if (document.body.dataset.project) {
  watchDrafts();
  watchForms();
  watchKeys();
  watchDrawing();
  connect();
}
