import { InsertEdge, type InsertEdgeType } from './InsertEdge.js';
import { DotNode, FrameNode, WayNode, type DotNodeType, type FrameNodeType, type WayNodeType } from './small-nodes.js';
import { StepNode, type StepNodeType } from './StepNode.js';

/** Outside of every component: React Flow takes new objects for new kinds of nodes. */
export const nodeTypes = { step: StepNode, way: WayNode, frame: FrameNode, dot: DotNode };
export const edgeTypes = { line: InsertEdge };

export type FlowNode = StepNodeType | WayNodeType | FrameNodeType | DotNodeType;
export type FlowEdge = InsertEdgeType;
