// Draws the chart: asks dagre where each state goes with its choices, puts the boxes there and runs the arrows.
// Without it, and on paper, the page is a list.
"use strict";
(() => {
  const NAMESPACE = "http://www.w3.org/2000/svg";
  const GAP = 14; // between choices
  const DROP = 44; // from a state to its choices
  const LANE = 6; // between arrows that run side by side
  const HEAD = 20; // between their heads
  const INSET = 30; // from the end of a card to the nearest head
  const LEAST = 0.2;
  const MOST = 2;

  const main = document.querySelector("main");
  const view = document.getElementById("view");
  const chart = document.getElementById("chart");
  const svg = document.querySelector("svg");
  const tools = document.querySelector(".tools");
  const shown = document.querySelector(".tools output");
  let zoom = 1;
  let size = { width: 0, height: 0 };

  const words = (text) => (text || "").split(" ").filter(Boolean);
  const kind = (box) => [...box.classList].find((name) => /^v-|^(silent|rule|start)$/.test(name));

  // A card with the choices that belong below it; an ending, a rule and the start stand alone.
  function groups() {
    const made = new Map();
    for (const card of chart.querySelectorAll(".box:not([data-from])")) {
      const choices = [...chart.querySelectorAll(`[data-from="${card.id}"]`)];
      const row = choices.reduce((sum, box) => sum + box.offsetWidth + GAP, choices.length ? -GAP : 0);
      const below = choices.length ? DROP + Math.max(...choices.map((box) => box.offsetHeight)) : 0;
      made.set(card.id, {
        card,
        choices,
        row,
        width: Math.max(card.offsetWidth, row),
        height: card.offsetHeight + below,
      });
    }
    return made;
  }

  // The arrows from one state to another run together, so that the layout has one way to find for all of them.
  function laidOut(made) {
    const graph = new dagre.graphlib.Graph();
    graph.setGraph({ rankdir: "TB", ranker: "tight-tree", nodesep: 40, edgesep: 12, ranksep: 76, marginx: 28, marginy: 28 });
    for (const [name, group] of made) {
      graph.setNode(name, { width: group.width, height: group.height });
    }
    for (const [name, group] of made) {
      for (const box of [...group.choices, group.card]) {
        for (const target of words(box.dataset.to).filter((one) => one !== name)) {
          const known = graph.edge(name, target) || { boxes: [], weight: 0 };
          known.boxes.push(box);
          known.width = known.boxes.length * LANE;
          known.weight += box.classList.contains("v-best") ? 4 : 1;
          graph.setEdge(name, target, known);
        }
      }
    }
    // Endings stand at the foot of the chart: something unseen below pulls them down.
    graph.setNode("foot", { width: 0, height: 0 });
    for (const ending of chart.querySelectorAll(".finish .box")) {
      graph.setEdge(ending.id, "foot", { boxes: [], weight: 30 });
    }
    dagre.layout(graph);
    graph.removeNode("foot");
    return graph;
  }

  function draw() {
    main.classList.add("drawn");
    const made = groups();
    const graph = laidOut(made);
    for (const [name, group] of made) {
      place(group, graph.node(name));
    }
    size = { width: graph.graph().width, height: graph.graph().height };
    svg.setAttribute("width", size.width);
    svg.setAttribute("height", size.height);
    svg.querySelectorAll("path[data-arrow]").forEach((old) => old.remove());
    const ranks = rows(graph);
    for (const group of made.values()) {
      group.choices.forEach((box, number) => stem(group, box, number));
    }
    for (const { v, w } of graph.edges()) {
      const edge = graph.edge(v, w);
      edge.boxes.forEach((box, number) => {
        arrow(box, made.get(w).card, edge.points, number - (edge.boxes.length - 1) / 2, ranks);
      });
    }
    zoomTo(zoom);
  }

  function place(group, at) {
    const top = at.y - at.height / 2;
    put(group.card, at.x - group.card.offsetWidth / 2, top);
    let left = at.x - group.row / 2;
    for (const box of group.choices) {
      put(box, left, top + group.card.offsetHeight + DROP);
      left += box.offsetWidth + GAP;
    }
  }

  function put(box, left, top) {
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
    box.place = {
      x: left + box.offsetWidth / 2,
      left,
      right: left + box.offsetWidth,
      top,
      middle: top + box.offsetHeight / 2,
      bottom: top + box.offsetHeight,
    };
  }

  // From where to where each row of the chart reaches, by the middle of it.
  function rows(graph) {
    const found = new Map();
    for (const name of graph.nodes()) {
      const { y, height } = graph.node(name);
      found.set(Math.round(y), Math.max(height / 2, found.get(Math.round(y)) || 0));
    }
    return found;
  }

  // From a state to a choice of it.
  function stem(group, box, number) {
    const card = group.card.place;
    const share = (number + 1) / (group.choices.length + 1);
    const from = { x: card.left + (card.right - card.left) * share, y: card.bottom };
    path(box, curve(from, { x: box.place.x, y: box.place.top }, true));
  }

  // From a choice to where it leads, through the lanes that the layout left free; `aside` is its place among others.
  function arrow(box, card, points, aside, ranks) {
    const down = card.place.top > box.place.bottom;
    const half = (y) => ranks.get(Math.round(y)) || 0;
    const sign = down ? 1 : -1;
    let at = { x: box.place.x, y: down ? box.place.bottom : box.place.top };
    let line = "";
    let first = true;
    const to = (point) => {
      line += curve(at, point, first);
      first = false;
      at = point;
    };
    for (const lane of points.slice(1, -1).filter(({ y }) => half(y))) {
      const x = lane.x + aside * LANE;
      to({ x, y: lane.y - sign * half(lane.y) });
      line += `V${lane.y + sign * half(lane.y)}`;
      at = { x, y: lane.y + sign * half(lane.y) };
    }
    if (down) {
      const x = points[points.length - 1].x + aside * HEAD;
      to({ x: Math.min(card.place.right - INSET, Math.max(card.place.left + INSET, x)), y: card.place.top });
    } else {
      const side = at.x < card.place.x ? card.place.left : card.place.right;
      to({ x: side, y: card.place.middle + aside * LANE });
    }
    path(box, line, true);
  }

  function curve(from, to, first) {
    const middle = (from.y + to.y) / 2;
    return `${first ? `M${from.x} ${from.y}` : ""}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`;
  }

  function path(box, line, pointed = false) {
    const drawn = document.createElementNS(NAMESPACE, "path");
    drawn.dataset.arrow = "";
    drawn.classList.add(kind(box));
    drawn.setAttribute("d", line);
    if (pointed) {
      drawn.setAttribute("marker-end", `url(#head-${kind(box)})`);
    }
    svg.append(drawn);
  }

  function zoomTo(wanted) {
    zoom = Math.min(MOST, Math.max(LEAST, wanted));
    chart.style.transform = `scale(${zoom})`;
    view.style.width = `${size.width * zoom}px`;
    view.style.height = `${size.height * zoom}px`;
    shown.value = shown.dataset.form.replace("{percent}", Math.round(zoom * 100));
  }

  function list() {
    main.classList.remove("drawn");
    view.removeAttribute("style");
    chart.removeAttribute("style");
  }

  const deeds = {
    smaller: () => zoomTo(zoom / 1.2),
    larger: () => zoomTo(zoom * 1.2),
    whole: () => zoomTo(1),
    fit: () => zoomTo(Math.min(1, main.clientWidth / size.width)),
    list: (button) => {
      const drawn = main.classList.contains("drawn");
      button.setAttribute("aria-pressed", String(drawn));
      (drawn ? list : draw)();
    },
  };
  const keys = { "+": "larger", "=": "larger", "-": "smaller", 0: "whole" };

  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) {
      deeds[button.dataset.deed](button);
    }
  });
  document.addEventListener("keydown", (event) => {
    const deed = keys[event.key];
    if (deed && !event.ctrlKey && !event.metaKey && !event.altKey && main.classList.contains("drawn")) {
      event.preventDefault();
      deeds[deed]();
    }
  });
  // A card that is opened needs more room.
  chart.addEventListener("toggle", () => main.classList.contains("drawn") && draw(), true);

  tools.hidden = false;
  draw();
  main.scrollLeft = document.getElementById("start").place.x - main.clientWidth / 2;
})();
