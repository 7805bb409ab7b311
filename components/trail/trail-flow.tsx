"use client";

import {
  type Edge,
  type EdgeProps,
  Handle,
  MiniMap,
  type Node,
  type NodeChange,
  type NodeProps,
  Panel,
  Position,
  ReactFlow,
  type ReactFlowInstance,
  useReactFlow,
} from "@xyflow/react";
import "@xyflow/react/dist/style.css";
import { Maximize } from "@/components/icons/maximize";
import { Minus } from "@/components/icons/minus";
import { Plus } from "@/components/icons/plus";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import type { DrawnBand, DrawnNode, Drawing } from "@/lib/money/trail/drawing";
import { boxHeight, boxWidth, largeTrail } from "@/lib/money/trail/measures";
import type { Shape } from "@/lib/money/trail/shapes";
import { IconButton } from "@/components/ui/icon-button";
import { Shapes } from "./shapes";

type Box = Node<{ drawn: DrawnNode }, "box">;
type Marks = Node<{ shapes: Shape[]; width: number; height: number }, "marks">;
type Line = Edge<{ band: DrawnBand }, "band">;

function BoxNode({ data: { drawn }, selected }: NodeProps<Box>) {
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} className="tr-handle" />
      <svg
        className={`${drawn.look} ${selected ? "is-chosen" : ""}`}
        width={boxWidth}
        height={boxHeight}
        aria-hidden
      >
        <Shapes shapes={drawn.shapes} />
      </svg>
      <Handle type="source" position={Position.Right} isConnectable={false} className="tr-handle" />
    </>
  );
}
const MarksNode = ({ data: { shapes, width, height } }: NodeProps<Marks>) => (
  <svg width={width} height={height} aria-hidden>
    <Shapes shapes={shapes} />
  </svg>
);
/** The line has its places already: what the library worked out about its ends is not asked for. */
const BandEdge = ({ data }: EdgeProps<Line>) =>
  data ? (
    <g>
      <path className={data.band.look} d={data.band.d}>
        <title>{data.band.title}</title>
      </path>
      <g className={data.band.look.includes("is-back") ? "is-back" : undefined}>
        <Shapes shapes={data.band.shapes} />
      </g>
    </g>
  ) : null;

const nodeTypes = { box: BoxNode, marks: MarksNode };
const edgeTypes = { band: BandEdge };
const closest = 1.5;
const farthest = 0.08;
/** Letters of twelve pixels are still read at this size. */
const readable = 0.6;
/** Pixels: round the drawing, and what is high enough for the buttons beside it. */
const margin = 20;
const least = 260;

/** The trail that can be moved about, brought near and walked through by keyboard. Only in the browser. */
export function TrailFlow({
  drawing,
  chosen,
  onChoose,
}: {
  drawing: Drawing;
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const t = useTranslations("trail");
  const stage = useRef<HTMLDivElement>(null);
  // Set by script, which the policy allows: this component is never part of what the server sends.
  const [height, setHeight] = useState<number | null>(null);
  const nodes = useMemo(
    (): (Box | Marks)[] => [
      {
        id: "marks",
        type: "marks",
        position: { x: 0, y: 0 },
        data: { shapes: drawing.marks, width: drawing.width, height: drawing.height },
        selectable: false,
        focusable: false,
        zIndex: -1,
        width: drawing.width,
        height: drawing.height,
        className: "tr-marks",
      },
      ...drawing.nodes.map((drawn): Box => ({
        id: drawn.id,
        type: "box",
        position: { x: drawn.x, y: drawn.y },
        data: { drawn },
        width: boxWidth,
        height: boxHeight,
        selected: drawn.id === chosen,
        ariaLabel: drawn.title,
      })),
    ],
    [drawing, chosen],
  );
  const edges = useMemo(
    () =>
      drawing.bands.map((band): Line => ({
        id: band.id,
        type: "band",
        source: band.from,
        target: band.to,
        data: { band },
        focusable: false,
        selectable: false,
      })),
    [drawing.bands],
  );
  function onNodesChange(changes: NodeChange<Box | Marks>[]): void {
    const picked = changes.find((change) => change.type === "select" && change.selected);
    if (picked && "id" in picked) onChoose(picked.id);
  }
  /** Begins at the victims, in the whole width while that can be read; a low drawing takes no more height than it needs. */
  function begin(flow: ReactFlowInstance<Box | Marks, Line>): void {
    // Nothing is measured of a drawing that a narrow window hides: it begins as if it were seen, for a window can be widened.
    const width = stage.current?.clientWidth || 800;
    const zoom = Math.min(1, Math.max(readable, width / (drawing.width + 2 * margin)));
    const whole = Math.max(least, Math.ceil(drawing.height * zoom + 2 * margin));
    setHeight(whole);
    const seen = Math.min(whole, stage.current?.clientHeight || whole);
    const first = drawing.nodes[0];
    // A trail higher than the window begins in the middle of its first victim, who would else be far below.
    const start = first && whole > seen ? seen / 2 - (first.y + boxHeight / 2) * zoom : margin / 2;
    void flow.setViewport({ x: margin, y: Math.min(margin / 2, start), zoom });
  }
  return (
    <div className="tr-flow" ref={stage} style={height === null ? undefined : { height }}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onInit={begin}
        onNodesChange={onNodesChange}
        onPaneClick={() => onChoose(null)}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        onlyRenderVisibleElements={drawing.nodes.length > largeTrail}
        minZoom={farthest}
        maxZoom={closest}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        preventScrolling={false}
        zoomOnScroll={false}
        panOnScroll={false}
        aria-label={t("stage")}
      >
        <Reach />
        {drawing.nodes.length > 12 ? (
          <MiniMap
            ariaLabel={t("map")}
            pannable
            nodeClassName={(node) =>
              node.type === "box" ? `mm ${(node as Box).data.drawn.look}` : "mm-none"
            }
          />
        ) : null}
      </ReactFlow>
    </div>
  );
}

/** Nearer, farther, the whole. */
function Reach() {
  const t = useTranslations("trail");
  const flow = useReactFlow();
  const calm = { duration: 0 };
  return (
    <Panel position="bottom-left" className="tr-reach">
      <IconButton
        label={t("in")}
        icon={<Plus className="i" aria-hidden />}
        onClick={() => void flow.zoomIn(calm)}
      />
      <IconButton
        label={t("out")}
        icon={<Minus className="i" aria-hidden />}
        onClick={() => void flow.zoomOut(calm)}
      />
      <IconButton
        label={t("fit")}
        icon={<Maximize className="i" aria-hidden />}
        onClick={() => void flow.fitView({ ...calm, padding: 0.04, maxZoom: 1 })}
      />
    </Panel>
  );
}
