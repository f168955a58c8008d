// Draws the map of a dataset over the still picture the page came with. Points are gathered by the
// server; nothing is asked of anyone else unless the portal was given a tile server.
"use strict";

(() => {
  const place = document.getElementById("carte");
  if (!place || !window.L) return;
  const said = place.dataset;
  const still = place.parentElement.querySelector(".map-still");
  const list = document.getElementById("carte-liste");
  const number = new Intl.NumberFormat(said.locale);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  place.hidden = false;
  still.setAttribute("hidden", "");
  const map = L.map(place, {
    zoomControl: false, attributionControl: Boolean(said.tiles), maxZoom: 19, minZoom: 3,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, scrollWheelZoom: false,
  });
  L.control.zoom({ zoomInTitle: said.zoomIn, zoomOutTitle: said.zoomOut }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());

  const [west, south, east, north] = said.bounds.split(",").map(Number);
  map.fitBounds([[south, west], [north, east]], { padding: [28, 28], maxZoom: 17, animate: false });

  if (said.tiles) {
    L.tileLayer(said.tiles, { attribution: said.attribution, maxZoom: 19 }).addTo(map);
  } else if (said.ground) {
    drawCommunes();
  } else {
    drawGround();
  }

  const marks = L.layerGroup().addTo(map);
  const drawn = new Map();
  let asked = 0;

  const outlines = L.layerGroup().addTo(map);
  map.on("moveend", drawFrame);
  drawFrame();

  // ---- what the server tells of the frame in sight ----

  async function drawFrame() {
    const mine = ++asked;
    const b = map.getBounds();
    const query = new URLSearchParams({
      ouest: b.getWest().toFixed(5), sud: b.getSouth().toFixed(5),
      est: b.getEast().toFixed(5), nord: b.getNorth().toFixed(5), zoom: map.getZoom(),
    });
    const answer = await get(`${said.source}?${query}`);
    if (mine !== asked || !answer) return;
    const open = openRow();
    drawOutlines(answer.outlines);
    keepOnly(answer.groups);
    fill(answer.list);
    if (open) echo(open);
  }

  // Marks that are still there stay: whoever has the focus on one keeps it.
  function keepOnly(groups) {
    const wanted = new Map(groups.map((group) => [`${group.row}:${group.count}`, group]));
    for (const [key, mark] of drawn) {
      const group = wanted.get(key);
      if (group) {
        mark.setLatLng([group.lat, group.lon]);
        mark.group = group;
        wanted.delete(key);
      } else {
        marks.removeLayer(mark);
        drawn.delete(key);
      }
    }
    for (const [key, group] of wanted) {
      const mark = group.count === 1 ? point(group) : cluster(group);
      mark.group = group;
      drawn.set(key, mark);
      marks.addLayer(mark);
    }
  }

  function cluster(group) {
    const size = Math.round(28 + 8 * Math.log10(group.count));
    const label = said.cluster.replace("%", number.format(group.count));
    const mark = L.marker([group.lat, group.lon], {
      icon: L.divIcon({ className: "cluster", iconSize: [size, size], html: short(group.count) }),
      title: label, alt: label, riseOnHover: true,
    });
    return pressed(mark, () => {
      if (map.getZoom() < map.getMaxZoom()) {
        map.setView(mark.getLatLng(), Math.min(map.getMaxZoom(), map.getZoom() + 2));
      } else {
        show(mark, group.row);
      }
    });
  }

  function point(group) {
    const label = said.row.replace("%", number.format(group.row));
    const mark = L.marker([group.lat, group.lon], {
      icon: L.divIcon({ className: "point", iconSize: [24, 24] }), title: label, alt: label, riseOnHover: true,
    });
    mark.row = group.row;
    mark.on("mouseover focus", () => echo(group.row)).on("mouseout blur", () => echo(0));
    return pressed(mark, () => show(mark, group.row));
  }

  // By mouse, by finger or by the keys that press a button.
  function pressed(mark, act) {
    return mark.on("click", act).on("keydown", (event) => {
      const key = event.originalEvent.key;
      if (key !== "Enter" && key !== " ") return;
      event.originalEvent.preventDefault();
      act();
    });
  }

  // ---- lines and areas, as fine as the screen shows them ----

  function drawOutlines(wanted) {
    outlines.clearLayers();
    for (const outline of wanted) {
      const rings = outline.rings.map(places);
      const shape = outline.area
        ? L.polygon(rings, { className: "shape", smoothFactor: 0 })
        : L.polyline(rings, { className: "shape line", fill: false, smoothFactor: 0 });
      shape.row = outline.row;
      shape.on("click", (event) => show(shape, outline.row, event.latlng));
      shape.on("mouseover", () => echo(outline.row)).on("mouseout", () => echo(0));
      outlines.addLayer(shape);
    }
  }

  // A longitude and a latitude, then steps, in parts of a degree.
  function places(steps) {
    const ring = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      ring.push([y / 1e6, x / 1e6]);
    }
    return ring;
  }

  // ---- the row behind a point ----

  async function show(mark, row, at) {
    const answer = await get(`${said.rows}/${row}`);
    if (!answer) return;
    const box = document.createElement("div");
    const title = box.appendChild(document.createElement("h3"));
    title.textContent = said.row.replace("%", number.format(row));
    const facts = box.appendChild(document.createElement("dl"));
    for (const cell of answer.cells) {
      facts.appendChild(document.createElement("dt")).textContent = cell.name;
      facts.appendChild(document.createElement("dd")).textContent = cell.text;
    }
    const link = box.appendChild(document.createElement("a"));
    link.href = answer.href;
    link.textContent = said.see;
    L.popup({ maxWidth: 280, row })
      .setLatLng(at || mark.getLatLng()).setContent(box).openOn(map)
      .on("remove", () => { if (mark.getElement && mark.getElement()) mark.getElement().focus(); });
    link.focus({ preventScroll: true });
    const close = place.querySelector(".leaflet-popup-close-button");
    if (close) close.setAttribute("aria-label", said.close);
    echo(row);
  }

  function openRow() {
    let row = 0;
    map.eachLayer((layer) => { if (layer instanceof L.Popup && layer.isOpen()) row = layer.options.row; });
    return row;
  }

  function echo(row) {
    for (const line of list.children) {
      const on = Number(line.dataset.row) === row && row > 0;
      line.classList.toggle("pointed", on);
      if (on) line.scrollIntoView({ block: "nearest" });
    }
    echoMark(row);
  }

  function fill(rows) {
    list.replaceChildren(...rows.map((row) => {
      const line = document.createElement("li");
      line.dataset.row = row.row;
      const n = line.appendChild(document.createElement("span"));
      n.className = "n";
      n.textContent = number.format(row.row);
      const link = line.appendChild(document.createElement("a"));
      link.href = row.href;
      link.textContent = row.text;
      return line;
    }));
  }

  list.addEventListener("mouseover", (event) => {
    const line = event.target.closest("li");
    if (line) echoMark(Number(line.dataset.row));
  });
  list.addEventListener("focusin", (event) => echoMark(Number(event.target.closest("li").dataset.row)));

  function echoMark(row) {
    marks.eachLayer((mark) => {
      const icon = mark.getElement && mark.getElement();
      if (icon && icon.classList.contains("point")) icon.classList.toggle("pointed", mark.row === row && row > 0);
    });
    outlines.eachLayer((shape) => {
      const path = shape.getElement();
      if (path) path.classList.toggle("pointed", shape.row === row && row > 0);
    });
  }

  // ---- a quiet ground: outlines of communes, with the names that have room ----

  function drawCommunes() {
    map.createPane("ground").style.zIndex = 250;
    const ground = L.layerGroup().addTo(map);
    let wanted = 0;
    const draw = async () => {
      const mine = ++wanted;
      const b = map.getBounds().pad(0.1);
      const query = new URLSearchParams({
        ouest: b.getWest().toFixed(4), sud: b.getSouth().toFixed(4),
        est: b.getEast().toFixed(4), nord: b.getNorth().toFixed(4), zoom: map.getZoom(),
      });
      const answer = await get(`${said.ground}?${query}`);
      if (mine !== wanted || !answer) return;
      ground.clearLayers();
      for (const outline of answer.outlines) {
        ground.addLayer(L.polygon(outline.rings.map(places), {
          className: "ground-area", interactive: false, pane: "ground", smoothFactor: 0,
        }));
      }
      const taken = [];
      for (const place of answer.names) {
        const at = map.latLngToContainerPoint([place.lat, place.lon]);
        const half = place.name.length * 4 + 6;
        const box = [at.x - half, at.y - 11, at.x + half, at.y + 11];
        if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
        taken.push(box);
        const label = document.createElement("span");
        label.textContent = place.name;
        const icon = L.divIcon({ className: "ground-place", iconSize: [2 * half, 22], html: label });
        ground.addLayer(L.marker([place.lat, place.lon], { icon, interactive: false, keyboard: false, pane: "ground" }));
      }
    };
    map.on("moveend", draw);
    draw();
  }

  // ---- a quieter one, without outlines: meridians and parallels, as in the margin of an atlas ----

  function drawGround() {
    const ground = L.layerGroup().addTo(map);
    const draw = () => {
      ground.clearLayers();
      const b = map.getBounds();
      const step = niceStep((b.getEast() - b.getWest()) / 6);
      for (let x = Math.ceil(b.getWest() / step) * step; x < b.getEast(); x += step) {
        line(ground, [[b.getSouth(), x], [b.getNorth(), x]]);
        name(ground, [b.getSouth(), x], degrees(x, step, "E", "O"), [0, 18]);
      }
      for (let y = Math.ceil(b.getSouth() / step) * step; y < b.getNorth(); y += step) {
        line(ground, [[y, b.getWest()], [y, b.getEast()]]);
        name(ground, [y, b.getEast()], degrees(y, step, "N", "S"), [64, 0]);
      }
    };
    map.on("moveend", draw);
    draw();
  }

  function line(ground, ends) {
    ground.addLayer(L.polyline(ends, { className: "ground-line", interactive: false }));
  }

  function name(ground, at, text, anchor) {
    const icon = L.divIcon({ className: "ground-name", iconSize: null, iconAnchor: anchor, html: text });
    ground.addLayer(L.marker(at, { icon, interactive: false, keyboard: false }));
  }

  function niceStep(wanted) {
    const steps = [10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.0025, 0.001, 0.0005];
    return steps.find((step) => step <= wanted) || 0.0005;
  }

  function degrees(value, step, positive, negative) {
    const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9) + (String(step).endsWith("25") ? 1 : 0));
    const side = value >= 0 ? positive : said.locale === "en" && negative === "O" ? "W" : negative;
    return `${Math.abs(value).toLocaleString(said.locale, { maximumFractionDigits: digits })}°&nbsp;${side}`;
  }

  function short(count) {
    if (count < 1000) return String(count);
    return `${number.format(Math.round(count / 100) / 10)}k`;
  }

  async function get(address) {
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" } });
      return answer.ok ? await answer.json() : null;
    } catch (failed) {
      return null;
    }
  }
})();
