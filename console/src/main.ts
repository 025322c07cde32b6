import "../fonts/index.ts";
import "./app.css";

import { mount } from "svelte";

import App from "./App.svelte";
import { firstLanguage, words } from "./words.svelte.ts";

void words.speak(firstLanguage()).then(() => mount(App, { target: document.getElementById("console")! }));
