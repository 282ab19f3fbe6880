import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { NodeKind } from "../generated/api";

/** The form of a kind of node, as the shader draws it; the counterpart of ui/shapes.ts. */
const forms: Readonly<Record<NodeKind, number>> = {
  TASK: 0,
  TARGET: 1,
  DOCUMENT: 2,
  SECTION: 3,
  DEPARTMENT: 4,
  FUNCTION: 5,
  REGION: 6,
  TOPIC: 7,
  STANDARDS_BODY: 8,
  STANDARD: 9,
};

const vertexShader = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_form;
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;

varying vec4 v_color;
varying vec2 v_place;
varying float v_form;
varying float v_pixel;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size * u_correctionRatio / u_sizeRatio * 2.0;
  float room = radius + u_correctionRatio * 2.0;
  gl_Position = vec4((u_matrix * vec3(a_position + room * a_corner, 1)).xy, 0, 1);
  v_place = a_corner * room / radius;
  v_pixel = u_correctionRatio * 2.0 / radius;
  v_form = a_form;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

/** Distances to the outline, negative inside; y points up here. */
const fragmentShader = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_place;
varying float v_form;
varying float v_pixel;

uniform float u_plain;

const float pi = 3.14159265;

float box(vec2 p, vec2 size) {
  vec2 d = abs(p) - size;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}

float polygon(vec2 p, float corners) {
  float sector = 2.0 * pi / corners;
  float angle = atan(p.x, p.y);
  float turned = angle - sector * floor(angle / sector) - sector / 2.0;
  return length(p) * cos(turned) - cos(sector / 2.0);
}

float star(vec2 p) {
  float sector = 2.0 * pi / 5.0;
  float angle = abs(mod(atan(p.x, p.y) + sector / 2.0, sector) - sector / 2.0);
  vec2 q = length(p) * vec2(cos(angle), sin(angle));
  vec2 inner = 0.5 * vec2(cos(sector / 2.0), sin(sector / 2.0));
  vec2 edge = inner - vec2(1.0, 0.0);
  vec2 normal = normalize(vec2(edge.y, -edge.x));
  return dot(q - vec2(1.0, 0.0), normal);
}

float outline(vec2 p, float form) {
  if (form < 0.5) return length(p) - 0.85;
  if (form < 1.5) return max(length(p) - 0.9, 0.45 - length(p));
  if (form < 2.5) return box(p, vec2(0.72, 0.92));
  if (form < 3.5) return box(p, vec2(0.92, 0.4));
  if (form < 4.5) return polygon(p, 6.0);
  if (form < 5.5) return polygon(p, 4.0);
  if (form < 6.5) return polygon(p, 5.0);
  if (form < 7.5) return polygon(p, 3.0);
  if (form < 8.5) return polygon(vec2(p.x, -p.y), 3.0);
  return star(p);
}

void main(void) {
  float distance = u_plain > 0.5 ? length(v_place) - 0.85 : outline(v_place, v_form);
  #ifdef PICKING_MODE
  // The hole of a ring is part of what can be clicked.
  gl_FragColor = min(distance, length(v_place) - 0.7) > 0.0 ? vec4(0.0) : v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), smoothstep(0.0, v_pixel, distance + v_pixel * 0.5));
  #endif
}
`;

const uniforms = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_plain"] as const;

/** Above this many nodes, shapes are left out while the picture is dragged. */
const plainAbove = 2000;

/** Draws each kind of node in its shape, all of them in one call. */
export class ShapeProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: vertexShader,
      FRAGMENT_SHADER_SOURCE: fragmentShader,
      METHOD: TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_form", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  /** While a large picture is dragged, nodes are discs, and none can be pointed at. */
  override render(params: RenderParams) {
    const pick = this.pickProgram;
    if (this.isPlain()) this.pickProgram = null;
    super.render(params);
    this.pickProgram = pick;
  }

  private isPlain(): boolean {
    const many = this.renderer.getGraph().order > plainAbove;
    return many && this.renderer.getMouseCaptor().draggedEvents > 0;
  }

  override processVisibleItem(index: number, start: number, data: NodeDisplayData) {
    const { array } = this;
    const { kind } = data as NodeDisplayData & { readonly kind: NodeKind };
    array[start] = data.x;
    array[start + 1] = data.y;
    array[start + 2] = data.size;
    array[start + 3] = forms[kind];
    array[start + 4] = floatColor(data.color);
    array[start + 5] = index;
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo) {
    const at = uniformLocations;
    gl.uniform1f(at.u_plain ?? null, this.isPlain() ? 1 : 0);
    gl.uniform1f(at.u_correctionRatio ?? null, params.correctionRatio);
    gl.uniform1f(at.u_sizeRatio ?? null, params.sizeRatio);
    gl.uniformMatrix3fv(at.u_matrix ?? null, false, params.matrix);
  }
}
