// simcord's page stays where it is when somebody answers; a chat shows what was said last, as Discord does.
import "/simcord.js";

const timeline = document.getElementById("channel-timeline");
const messages = document.getElementById("channel-message-list");
let newest = 0n;
let follows = false;

function toTheEnd() {
  if (follows) timeline.scrollTop = timeline.scrollHeight;
}

new MutationObserver(() => {
  const shown = messages.querySelectorAll("[data-message-id]");
  const last = BigInt(shown[shown.length - 1]?.dataset.messageId ?? 0);
  if (last > newest) follows = true;
  newest = last;
  if (shown.length > 1) toTheEnd(); // The welcome alone is read from its beginning.
  else follows = false;
}).observe(messages, { childList: true });

// Pictures load later, and simcord puts a target of its own into view: the end stays the end,
timeline.addEventListener("scroll", toTheEnd, { passive: true });
new ResizeObserver(toTheEnd).observe(messages);
// until somebody goes elsewhere.
for (const moved of ["wheel", "touchmove", "pointerdown", "keydown"]) {
  timeline.addEventListener(moved, () => { follows = false; }, { passive: true });
}
