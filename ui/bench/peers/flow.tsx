/*
 * React Flow 12 as a contender, as its documentation advises for many nodes: only what is visible is rendered, nodes and edges are
 * memoised and know their size beforehand, and cards lose their content with the zoom at the same thresholds as ours (a block below
 * 0.25, the title to 0.5, then all of it), by a selector that changes at the threshold and not with every frame. Cards are plain
 * elements with title, owner and money, grade, the two bars, and the stripe of the level. The line of a selection dims the rest by a
 * subscription per card, so that only what changes is rendered again. Built for production.
 */
import "@fontsource-variable/inter/wght.css";
import "@xyflow/react/dist/base.css";
import "./flow.css";
import { BaseEdge, type Edge, type EdgeProps, getBezierPath, getNodesBounds, getViewportForBounds, Handle, type Node, type NodeProps, Position, ReactFlow, type ReactFlowInstance, useNodesState, useStore, type Viewport } from "@xyflow/react";
import { memo, useSyncExternalStore } from "react";
import { createRoot } from "react-dom/client";
import type { SceneCard } from "../../src/canvas/scene";
import { CARD, KIND_COLOUR, type Lit, lightOf, metaOf, STATUS_COLOUR } from "./cards";
import { type Contender, enter, given, query } from "./contender";

type Card = Node<{ card: SceneCard; meta: string }, "card">;

const all = given();
const light = lightOf(all.scene);

let lit: Lit | null = null;
const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
function setLit(next: Lit | null): void {
  lit = next;
  for (const listener of listeners) listener();
}
const useDim = (id: string, of: "cards" | "links") => useSyncExternalStore(listen, () => lit !== null && !lit[of].has(id));

const levelOf = (zoom: number) => (zoom < 0.25 ? 0 : zoom < 0.5 ? 1 : 2);
const useLevel = () => useStore((state) => levelOf(state.transform[2]));

function Bar({ of }: { of: SceneCard["delivery"] }) {
  return (
    <span className={of.fraction === null ? "bar none" : "bar"}>
      {of.fraction === null ? null : <span style={{ width: `${of.fraction * 100}%`, background: STATUS_COLOUR[of.status] }} />}
    </span>
  );
}

const CardNode = memo(({ id, data, selected }: NodeProps<Card>) => {
  const level = useLevel();
  const dim = useDim(id, "cards");
  const { card, meta } = data;
  return (
    <div className={`card${selected ? " selected" : ""}${dim ? " dim" : ""}`} style={{ borderLeftColor: KIND_COLOUR[card.kind] }}>
      <Handle type="target" position={Position.Bottom} isConnectable={false} />
      <Handle type="source" position={Position.Top} isConnectable={false} />
      {level > 0 ? <div className="title">{card.shown}</div> : null}
      {level > 1 ? (
        <>
          <div className="meta"><span>{meta}</span><b>{card.grade}</b></div>
          <Bar of={card.delivery} />
          <Bar of={card.outcome} />
        </>
      ) : null}
    </div>
  );
});

const LinkEdge = memo(({ id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition }: EdgeProps) => {
  const dim = useDim(id, "links");
  const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
  return <BaseEdge path={path} interactionWidth={0} style={{ opacity: dim ? 0.15 : 1 }} />;
});

const nodeTypes = { card: CardNode };
const edgeTypes = { link: LinkEdge };
const first: Card[] = all.scene.cards.map((card) => ({
  id: card.id,
  type: "card",
  position: { x: card.x, y: card.y },
  width: CARD.w,
  height: CARD.h,
  handles: [
    { type: "target", position: Position.Bottom, x: CARD.w / 2, y: CARD.h, width: 1, height: 1 },
    { type: "source", position: Position.Top, x: CARD.w / 2, y: 0, width: 1, height: 1 },
  ],
  data: { card, meta: metaOf(card) },
}));
const edges: Edge[] = all.scene.links.map(({ id, from, to }) => ({ id, source: from, target: to, type: "link" }));

/** All of it. The fit of its own waits until every node was rendered once, which never happens where only what is seen is rendered. */
const whole = (): Viewport => getViewportForBounds(getNodesBounds(first), innerWidth, innerHeight, 0.02, 2.5, 0.04);
const NEAR = { x: 40, y: 0, zoom: 0.8 };

await enter(all, (host) => new Promise<Contender>((resolve) => {
  let rename: (id: string, title: string) => void = () => undefined;
  let turns = 0;
  let pane: HTMLElement | null = null;
  function Flow() {
    const [nodes, setNodes, onNodesChange] = useNodesState(first);
    rename = (id, title) => {
      turns += 1;
      setNodes((list) => list.map((it) => (it.id === id ? { ...it, data: { ...it.data, card: { ...it.data.card, title, shown: title } } } : it)));
    };
    const begin = (flow: ReactFlowInstance<Card>) => {
      pane = document.querySelector(".react-flow__viewport");
      resolve({
        setView: (view) => void flow.setViewport(view),
        getView: () => flow.getViewport(),
        fit: () => void flow.setViewport(whole()),
        rename: (id, title) => rename(id, title),
        whole() {
          const count = document.querySelectorAll(".react-flow__node").length;
          return query.has("near") ? count > 0 : count === first.length && document.querySelector(".react-flow__edge") !== null;
        },
        // The view as it stands in the page, the place of what is dragged, and how often anything else was asked for.
        sign: () => `${pane?.style.transform} ${dragged()?.style.transform ?? ""} ${turns}`,
      });
    };
    return (
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={onNodesChange}
        onInit={begin}
        onNodeClick={(_, node) => {
          turns += 1;
          setLit(light(node.id));
        }}
        onPaneClick={() => {
          turns += 1;
          setLit(null);
        }}
        onlyRenderVisibleElements
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elevateNodesOnSelect={false}
        elevateEdgesOnSelect={false}
        panOnScroll
        panOnScrollSpeed={1}
        zoomOnDoubleClick={false}
        minZoom={0.02}
        maxZoom={2.5}
        defaultViewport={query.has("near") ? NEAR : whole()}
        proOptions={{ hideAttribution: true }}
      />
    );
  }
  const dragged = () => (document.body.dataset.drag ? document.querySelector<HTMLElement>(".react-flow__node.dragging") : null);
  addEventListener("pointerdown", () => { document.body.dataset.drag = "1"; }, true);
  addEventListener("pointerup", () => { delete document.body.dataset.drag; }, true);
  createRoot(host).render(<Flow />);
}));
