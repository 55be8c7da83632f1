// Puts the parts together and shows the first view.

function refresh() {
  sift();
  updateLegend();
  updatePanel();
  updatePicture();
}

byId("title").textContent = content.title;
state = fromAddress(location.hash);
sift();
startPicture();
onChange.push(refresh);
refresh();
document.documentElement.dataset.ready = "";
