import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// The port is fixed because tauri.conf.json names it; a busy port is an error, never another port.
export default defineConfig({
  plugins: [react()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, host: "127.0.0.1" },
  build: { target: ["es2022", "safari15"], assetsInlineLimit: 0 },
  // A test that shows whole windows takes seconds where the machine is busy with something else.
  test: { include: ["src/**/*.test.{ts,tsx}"], environment: "node", testTimeout: 20_000 },
});
