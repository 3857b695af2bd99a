// Generated from schemas/json by npm run generate.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) =>
  function __require() {
    try {
      return (mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports);
    } catch (e) {
      throw ((mod = 0), e);
    }
  };

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  'node_modules/ajv/dist/runtime/ucs2length.js'(exports) {
    'use strict';
    Object.defineProperty(exports, '__esModule', { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320) pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  },
});

// <stdin>
var validateAgentFile = validate21;
var pattern0 = new RegExp('^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$', 'u');
var pattern1 = new RegExp(
  '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$',
  'u',
);
var schema7 = { title: 'JsonSchema', type: ['object', 'boolean'] };
function validate22(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(data && typeof data == 'object' && !Array.isArray(data)) && typeof data !== 'boolean') {
    const err0 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: schema7.type } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema8 = {
  title: 'RuntimeBlock',
  description: 'How the agent runs. Exactly one of `runtime` and `steps`.',
  type: 'object',
  required: ['type', 'entrypoint'],
  properties: {
    type: { description: 'The language of the entrypoint.', enum: ['python', 'nodejs', 'shell'] },
    entrypoint: { description: "The file with `execute()`, relative to the agent's folder.", type: 'string', minLength: 1 },
    dependencies: {
      description: 'Packages that the agent needs: `requests==2.31.0` for Python, `undici@7.0.0` for Node. Nothing is installed unasked.',
      type: 'array',
      items: { type: 'string' },
    },
  },
};
var func2 = require_ucs2length().default;
function validate25(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'type' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.entrypoint === void 0) {
      const err1 = { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'entrypoint' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if (!(data0 === 'python' || data0 === 'nodejs' || data0 === 'shell')) {
        const err2 = {
          instancePath: instancePath + '/type',
          schemaPath: '#/properties/type/enum',
          keyword: 'enum',
          params: { allowedValues: schema8.properties.type.enum },
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.entrypoint !== void 0) {
      let data1 = data.entrypoint;
      if (typeof data1 === 'string') {
        if (func2(data1) < 1) {
          const err3 = {
            instancePath: instancePath + '/entrypoint',
            schemaPath: '#/properties/entrypoint/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/entrypoint',
          schemaPath: '#/properties/entrypoint/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.dependencies !== void 0) {
      let data2 = data.dependencies;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data2[i0] !== 'string') {
            const err5 = {
              instancePath: instancePath + '/dependencies/' + i0,
              schemaPath: '#/properties/dependencies/items/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/dependencies',
          schemaPath: '#/properties/dependencies/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
function validate27(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.max_attempts !== void 0) {
      let data0 = data.max_attempts;
      if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err0 = {
          instancePath: instancePath + '/max_attempts',
          schemaPath: '#/properties/max_attempts/type',
          keyword: 'type',
          params: { type: 'integer' },
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (typeof data0 == 'number' && isFinite(data0)) {
        if (data0 > 100 || isNaN(data0)) {
          const err1 = {
            instancePath: instancePath + '/max_attempts',
            schemaPath: '#/properties/max_attempts/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 100 },
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data0 < 1 || isNaN(data0)) {
          const err2 = {
            instancePath: instancePath + '/max_attempts',
            schemaPath: '#/properties/max_attempts/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.initial_delay_seconds !== void 0) {
      let data1 = data.initial_delay_seconds;
      if (typeof data1 == 'number' && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err3 = {
            instancePath: instancePath + '/initial_delay_seconds',
            schemaPath: '#/properties/initial_delay_seconds/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/initial_delay_seconds',
          schemaPath: '#/properties/initial_delay_seconds/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.backoff !== void 0) {
      let data2 = data.backoff;
      if (typeof data2 == 'number' && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          const err5 = {
            instancePath: instancePath + '/backoff',
            schemaPath: '#/properties/backoff/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/backoff',
          schemaPath: '#/properties/backoff/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.max_delay_seconds !== void 0) {
      let data3 = data.max_delay_seconds;
      if (typeof data3 == 'number' && isFinite(data3)) {
        if (data3 < 0 || isNaN(data3)) {
          const err7 = {
            instancePath: instancePath + '/max_delay_seconds',
            schemaPath: '#/properties/max_delay_seconds/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/max_delay_seconds',
          schemaPath: '#/properties/max_delay_seconds/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
function validate29(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.network !== void 0) {
      let data0 = data.network;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (typeof data0[i0] !== 'string') {
            const err0 = {
              instancePath: instancePath + '/network/' + i0,
              schemaPath: '#/properties/network/items/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
      } else {
        const err1 = {
          instancePath: instancePath + '/network',
          schemaPath: '#/properties/network/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.read !== void 0) {
      let data2 = data.read;
      if (Array.isArray(data2)) {
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          if (typeof data2[i1] !== 'string') {
            const err2 = {
              instancePath: instancePath + '/read/' + i1,
              schemaPath: '#/properties/read/items/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/read',
          schemaPath: '#/properties/read/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.write !== void 0) {
      let data4 = data.write;
      if (Array.isArray(data4)) {
        const len2 = data4.length;
        for (let i2 = 0; i2 < len2; i2++) {
          if (typeof data4[i2] !== 'string') {
            const err4 = {
              instancePath: instancePath + '/write/' + i2,
              schemaPath: '#/properties/write/items/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/write',
          schemaPath: '#/properties/write/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
function validate31(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.memory_mb !== void 0) {
      let data0 = data.memory_mb;
      if (!(typeof data0 == 'number' && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
        const err0 = {
          instancePath: instancePath + '/memory_mb',
          schemaPath: '#/properties/memory_mb/type',
          keyword: 'type',
          params: { type: 'integer' },
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
      if (typeof data0 == 'number' && isFinite(data0)) {
        if (data0 < 16 || isNaN(data0)) {
          const err1 = {
            instancePath: instancePath + '/memory_mb',
            schemaPath: '#/properties/memory_mb/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 16 },
          };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
    if (data.output_mb !== void 0) {
      let data1 = data.output_mb;
      if (typeof data1 == 'number' && isFinite(data1)) {
        if (data1 <= 0 || isNaN(data1)) {
          const err2 = {
            instancePath: instancePath + '/output_mb',
            schemaPath: '#/properties/output_mb/exclusiveMinimum',
            keyword: 'exclusiveMinimum',
            params: { comparison: '>', limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/output_mb',
          schemaPath: '#/properties/output_mb/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.processes !== void 0) {
      let data2 = data.processes;
      if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
        const err4 = {
          instancePath: instancePath + '/processes',
          schemaPath: '#/properties/processes/type',
          keyword: 'type',
          params: { type: 'integer' },
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data2 == 'number' && isFinite(data2)) {
        if (data2 < 1 || isNaN(data2)) {
          const err5 = {
            instancePath: instancePath + '/processes',
            schemaPath: '#/properties/processes/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate21(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.runtime === void 0) {
      const err0 = { instancePath, schemaPath: '#/oneOf/0/required', keyword: 'required', params: { missingProperty: 'runtime' } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.steps === void 0) {
      const err1 = { instancePath, schemaPath: '#/oneOf/1/required', keyword: 'required', params: { missingProperty: 'steps' } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: '#/oneOf', keyword: 'oneOf', params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.name === void 0) {
      const err3 = { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'name' } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.version === void 0) {
      const err4 = { instancePath, schemaPath: '#/required', keyword: 'required', params: { missingProperty: 'version' } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === 'string') {
        if (!pattern0.test(data0)) {
          const err5 = {
            instancePath: instancePath + '/name',
            schemaPath: '#/properties/name/pattern',
            keyword: 'pattern',
            params: { pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' },
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/name',
          schemaPath: '#/properties/name/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      let data1 = data.version;
      if (typeof data1 === 'string') {
        if (!pattern1.test(data1)) {
          const err7 = {
            instancePath: instancePath + '/version',
            schemaPath: '#/properties/version/pattern',
            keyword: 'pattern',
            params: {
              pattern:
                '^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?$',
            },
          };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = {
          instancePath: instancePath + '/version',
          schemaPath: '#/properties/version/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      if (typeof data.description !== 'string') {
        const err9 = {
          instancePath: instancePath + '/description',
          schemaPath: '#/properties/description/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.input_schema !== void 0) {
      if (
        !validate22(data.input_schema, {
          instancePath: instancePath + '/input_schema',
          parentData: data,
          parentDataProperty: 'input_schema',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.output_schema !== void 0) {
      if (
        !validate22(data.output_schema, {
          instancePath: instancePath + '/output_schema',
          parentData: data,
          parentDataProperty: 'output_schema',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.runtime !== void 0) {
      if (
        !validate25(data.runtime, { instancePath: instancePath + '/runtime', parentData: data, parentDataProperty: 'runtime', rootData })
      ) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.steps !== void 0) {
      let data6 = data.steps;
      if (Array.isArray(data6)) {
        if (data6.length < 1) {
          const err10 = {
            instancePath: instancePath + '/steps',
            schemaPath: '#/properties/steps/minItems',
            keyword: 'minItems',
            params: { limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (!(data7 && typeof data7 == 'object' && !Array.isArray(data7))) {
            const err11 = {
              instancePath: instancePath + '/steps/' + i0,
              schemaPath: '#/properties/steps/items/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/steps',
          schemaPath: '#/properties/steps/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.output !== void 0) {
      let data8 = data.output;
      if (!(data8 && typeof data8 == 'object' && !Array.isArray(data8))) {
        const err13 = {
          instancePath: instancePath + '/output',
          schemaPath: '#/properties/output/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.timeout_seconds !== void 0) {
      let data9 = data.timeout_seconds;
      if (typeof data9 == 'number' && isFinite(data9)) {
        if (data9 > 86400 || isNaN(data9)) {
          const err14 = {
            instancePath: instancePath + '/timeout_seconds',
            schemaPath: '#/properties/timeout_seconds/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 86400 },
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data9 <= 0 || isNaN(data9)) {
          const err15 = {
            instancePath: instancePath + '/timeout_seconds',
            schemaPath: '#/properties/timeout_seconds/exclusiveMinimum',
            keyword: 'exclusiveMinimum',
            params: { comparison: '>', limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/timeout_seconds',
          schemaPath: '#/properties/timeout_seconds/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.fail_when !== void 0) {
      if (typeof data.fail_when !== 'string') {
        const err17 = {
          instancePath: instancePath + '/fail_when',
          schemaPath: '#/properties/fail_when/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.retry !== void 0) {
      if (!validate27(data.retry, { instancePath: instancePath + '/retry', parentData: data, parentDataProperty: 'retry', rootData })) {
        vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
        errors = vErrors.length;
      }
    }
    if (data.concurrency !== void 0) {
      let data12 = data.concurrency;
      if (!(typeof data12 == 'number' && !(data12 % 1) && !isNaN(data12) && isFinite(data12))) {
        const err18 = {
          instancePath: instancePath + '/concurrency',
          schemaPath: '#/properties/concurrency/type',
          keyword: 'type',
          params: { type: 'integer' },
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (typeof data12 == 'number' && isFinite(data12)) {
        if (data12 > 1e3 || isNaN(data12)) {
          const err19 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/maximum',
            keyword: 'maximum',
            params: { comparison: '<=', limit: 1e3 },
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (data12 < 1 || isNaN(data12)) {
          const err20 = {
            instancePath: instancePath + '/concurrency',
            schemaPath: '#/properties/concurrency/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 1 },
          };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
      }
    }
    if (data.permissions !== void 0) {
      if (
        !validate29(data.permissions, {
          instancePath: instancePath + '/permissions',
          parentData: data,
          parentDataProperty: 'permissions',
          rootData,
        })
      ) {
        vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
        errors = vErrors.length;
      }
    }
    if (data.limits !== void 0) {
      if (!validate31(data.limits, { instancePath: instancePath + '/limits', parentData: data, parentDataProperty: 'limits', rootData })) {
        vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
        errors = vErrors.length;
      }
    }
    if (data.schedule !== void 0) {
      let data15 = data.schedule;
      if (Array.isArray(data15)) {
        const len1 = data15.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data16 = data15[i1];
          if (data16 && typeof data16 == 'object' && !Array.isArray(data16)) {
            if (data16.cron === void 0) {
              const err21 = {
                instancePath: instancePath + '/schedule/' + i1,
                schemaPath: '#/properties/schedule/items/required',
                keyword: 'required',
                params: { missingProperty: 'cron' },
              };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (data16.cron !== void 0) {
              if (typeof data16.cron !== 'string') {
                const err22 = {
                  instancePath: instancePath + '/schedule/' + i1 + '/cron',
                  schemaPath: '#/properties/schedule/items/properties/cron/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data16.timezone !== void 0) {
              if (typeof data16.timezone !== 'string') {
                const err23 = {
                  instancePath: instancePath + '/schedule/' + i1 + '/timezone',
                  schemaPath: '#/properties/schedule/items/properties/timezone/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data16.input !== void 0) {
              let data19 = data16.input;
              if (!(data19 && typeof data19 == 'object' && !Array.isArray(data19))) {
                const err24 = {
                  instancePath: instancePath + '/schedule/' + i1 + '/input',
                  schemaPath: '#/properties/schedule/items/properties/input/type',
                  keyword: 'type',
                  params: { type: 'object' },
                };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
          } else {
            const err25 = {
              instancePath: instancePath + '/schedule/' + i1,
              schemaPath: '#/properties/schedule/items/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = {
          instancePath: instancePath + '/schedule',
          schemaPath: '#/properties/schedule/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.examples !== void 0) {
      let data20 = data.examples;
      if (Array.isArray(data20)) {
        const len2 = data20.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data21 = data20[i2];
          if (data21 && typeof data21 == 'object' && !Array.isArray(data21)) {
            if (data21.input === void 0) {
              const err27 = {
                instancePath: instancePath + '/examples/' + i2,
                schemaPath: '#/properties/examples/items/required',
                keyword: 'required',
                params: { missingProperty: 'input' },
              };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (data21.name !== void 0) {
              if (typeof data21.name !== 'string') {
                const err28 = {
                  instancePath: instancePath + '/examples/' + i2 + '/name',
                  schemaPath: '#/properties/examples/items/properties/name/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data21.input !== void 0) {
              let data23 = data21.input;
              if (!(data23 && typeof data23 == 'object' && !Array.isArray(data23))) {
                const err29 = {
                  instancePath: instancePath + '/examples/' + i2 + '/input',
                  schemaPath: '#/properties/examples/items/properties/input/type',
                  keyword: 'type',
                  params: { type: 'object' },
                };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
            }
          } else {
            const err30 = {
              instancePath: instancePath + '/examples/' + i2,
              schemaPath: '#/properties/examples/items/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = {
          instancePath: instancePath + '/examples',
          schemaPath: '#/properties/examples/type',
          keyword: 'type',
          params: { type: 'array' },
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
  } else {
    const err32 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err32];
    } else {
      vErrors.push(err32);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
var validateOrchestratorConfig = validate33;
var schema12 = {
  $id: 'hermes-runtime:/schemas/orchestrator-config.schema.json',
  title: 'OrchestratorConfig',
  description: 'orchestrator-config.yaml: how `hermes-orchestrator serve` runs.',
  type: 'object',
  properties: {
    server: {
      description: "Where the orchestrator's HTTP API listens.",
      type: 'object',
      properties: {
        host: {
          description: 'The address to listen on. Anything but loopback needs `tls`, or the word `insecure`.',
          type: 'string',
          default: '127.0.0.1',
        },
        port: { description: 'The port to listen on.', type: 'integer', minimum: 0, maximum: 65535, default: 8e3 },
        allowed_hosts: {
          description: "Names by which other machines reach it, as in `Host`. Addresses and the machine's own name need not be listed.",
          type: 'array',
          items: { type: 'string' },
          default: [],
        },
        cors_allowed_origins: {
          description: 'Origins whose pages may call the API. `*` is not honoured.',
          type: 'array',
          items: { type: 'string' },
          default: [],
        },
        tls: {
          description: 'The certificate by which the API is served over HTTPS.',
          type: 'object',
          required: ['cert', 'key'],
          properties: {
            cert: { description: 'The certificate chain, a PEM file; relative to this file.', type: 'string' },
            key: { description: 'Its private key, a PEM file; relative to this file.', type: 'string' },
          },
        },
        insecure: {
          description:
            'Listen on other addresses than loopback without TLS: tokens and inputs can be read on the way. For a proxy that brings TLS.',
          type: 'boolean',
          default: false,
        },
      },
    },
    engine: {
      description: 'What decides when a task runs: one process and one store, or Temporal.',
      enum: ['embedded', 'temporal'],
      default: 'embedded',
    },
    store: {
      description: 'Where tasks, tokens and the audit are kept, and how long.',
      type: 'object',
      properties: {
        path: { description: 'The folder; relative to this file. Left out: the data folder of the user.', type: 'string' },
        retention: {
          description: 'How long history is kept.',
          type: 'object',
          properties: {
            days: { description: 'Finished tasks older than this are removed, in days.', type: 'number', exclusiveMinimum: 0, default: 30 },
            max_mb: {
              description: 'The oldest finished tasks are removed above this size, in MiB.',
              type: 'number',
              exclusiveMinimum: 0,
              default: 1024,
            },
          },
        },
      },
    },
    agents: {
      description: 'Agents that are served from this machine, beside those that are pushed.',
      type: 'object',
      properties: {
        search_path: {
          description: 'The folder, or folders, with agents; relative to this file.',
          anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
        },
      },
    },
    runtime_url: {
      description: 'The runtime to which attempts go. Left out: they run here. HERMES_RUNTIME_URL wins.',
      type: 'string',
      pattern: '^https?://',
    },
    runtime_token_file: {
      description: 'A file that holds the token of that runtime; relative to this file. HERMES_RUNTIME_TOKEN wins.',
      type: 'string',
    },
    runtime_lost_after_seconds: {
      description: 'An attempt is lost once that runtime has not answered for so long, in seconds.',
      type: 'number',
      exclusiveMinimum: 0,
      default: 60,
    },
    logging: {
      description: "The orchestrator's own log: JSON lines.",
      type: 'object',
      properties: {
        level: {
          description: 'How much is logged.',
          enum: ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'debug', 'info', 'warning', 'error'],
          default: 'INFO',
        },
        file: { description: 'The log file. Left out: the state folder of the user.', type: 'string' },
        max_mb: { description: 'The size at which the file is rotated, in MiB.', type: 'number', exclusiveMinimum: 0, default: 10 },
        keep: { description: 'How many rotated files are kept.', type: 'integer', minimum: 0, default: 5 },
      },
    },
    metrics: {
      description: 'Where metrics are sent, and who may read them here.',
      type: 'object',
      properties: {
        endpoint: { description: 'The address of hermes-metrics.', type: 'string' },
        open: { description: 'Whether `/metrics` can be read without the token.', type: 'boolean', default: false },
      },
    },
  },
};
var pattern2 = new RegExp('^https?://', 'u');
function validate33(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.server !== void 0) {
      let data0 = data.server;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.host !== void 0) {
          if (typeof data0.host !== 'string') {
            const err0 = {
              instancePath: instancePath + '/server/host',
              schemaPath: '#/properties/server/properties/host/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        if (data0.port !== void 0) {
          let data2 = data0.port;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err1 = {
              instancePath: instancePath + '/server/port',
              schemaPath: '#/properties/server/properties/port/type',
              keyword: 'type',
              params: { type: 'integer' },
            };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 65535 || isNaN(data2)) {
              const err2 = {
                instancePath: instancePath + '/server/port',
                schemaPath: '#/properties/server/properties/port/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 65535 },
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (data2 < 0 || isNaN(data2)) {
              const err3 = {
                instancePath: instancePath + '/server/port',
                schemaPath: '#/properties/server/properties/port/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
        }
        if (data0.allowed_hosts !== void 0) {
          let data3 = data0.allowed_hosts;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (typeof data3[i0] !== 'string') {
                const err4 = {
                  instancePath: instancePath + '/server/allowed_hosts/' + i0,
                  schemaPath: '#/properties/server/properties/allowed_hosts/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/server/allowed_hosts',
              schemaPath: '#/properties/server/properties/allowed_hosts/type',
              keyword: 'type',
              params: { type: 'array' },
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data0.cors_allowed_origins !== void 0) {
          let data5 = data0.cors_allowed_origins;
          if (Array.isArray(data5)) {
            const len1 = data5.length;
            for (let i1 = 0; i1 < len1; i1++) {
              if (typeof data5[i1] !== 'string') {
                const err6 = {
                  instancePath: instancePath + '/server/cors_allowed_origins/' + i1,
                  schemaPath: '#/properties/server/properties/cors_allowed_origins/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
          } else {
            const err7 = {
              instancePath: instancePath + '/server/cors_allowed_origins',
              schemaPath: '#/properties/server/properties/cors_allowed_origins/type',
              keyword: 'type',
              params: { type: 'array' },
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data0.tls !== void 0) {
          let data7 = data0.tls;
          if (data7 && typeof data7 == 'object' && !Array.isArray(data7)) {
            if (data7.cert === void 0) {
              const err8 = {
                instancePath: instancePath + '/server/tls',
                schemaPath: '#/properties/server/properties/tls/required',
                keyword: 'required',
                params: { missingProperty: 'cert' },
              };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (data7.key === void 0) {
              const err9 = {
                instancePath: instancePath + '/server/tls',
                schemaPath: '#/properties/server/properties/tls/required',
                keyword: 'required',
                params: { missingProperty: 'key' },
              };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data7.cert !== void 0) {
              if (typeof data7.cert !== 'string') {
                const err10 = {
                  instancePath: instancePath + '/server/tls/cert',
                  schemaPath: '#/properties/server/properties/tls/properties/cert/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data7.key !== void 0) {
              if (typeof data7.key !== 'string') {
                const err11 = {
                  instancePath: instancePath + '/server/tls/key',
                  schemaPath: '#/properties/server/properties/tls/properties/key/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = {
              instancePath: instancePath + '/server/tls',
              schemaPath: '#/properties/server/properties/tls/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data0.insecure !== void 0) {
          if (typeof data0.insecure !== 'boolean') {
            const err13 = {
              instancePath: instancePath + '/server/insecure',
              schemaPath: '#/properties/server/properties/insecure/type',
              keyword: 'type',
              params: { type: 'boolean' },
            };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/server',
          schemaPath: '#/properties/server/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.engine !== void 0) {
      let data11 = data.engine;
      if (!(data11 === 'embedded' || data11 === 'temporal')) {
        const err15 = {
          instancePath: instancePath + '/engine',
          schemaPath: '#/properties/engine/enum',
          keyword: 'enum',
          params: { allowedValues: schema12.properties.engine.enum },
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.store !== void 0) {
      let data12 = data.store;
      if (data12 && typeof data12 == 'object' && !Array.isArray(data12)) {
        if (data12.path !== void 0) {
          if (typeof data12.path !== 'string') {
            const err16 = {
              instancePath: instancePath + '/store/path',
              schemaPath: '#/properties/store/properties/path/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data12.retention !== void 0) {
          let data14 = data12.retention;
          if (data14 && typeof data14 == 'object' && !Array.isArray(data14)) {
            if (data14.days !== void 0) {
              let data15 = data14.days;
              if (typeof data15 == 'number' && isFinite(data15)) {
                if (data15 <= 0 || isNaN(data15)) {
                  const err17 = {
                    instancePath: instancePath + '/store/retention/days',
                    schemaPath: '#/properties/store/properties/retention/properties/days/exclusiveMinimum',
                    keyword: 'exclusiveMinimum',
                    params: { comparison: '>', limit: 0 },
                  };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              } else {
                const err18 = {
                  instancePath: instancePath + '/store/retention/days',
                  schemaPath: '#/properties/store/properties/retention/properties/days/type',
                  keyword: 'type',
                  params: { type: 'number' },
                };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data14.max_mb !== void 0) {
              let data16 = data14.max_mb;
              if (typeof data16 == 'number' && isFinite(data16)) {
                if (data16 <= 0 || isNaN(data16)) {
                  const err19 = {
                    instancePath: instancePath + '/store/retention/max_mb',
                    schemaPath: '#/properties/store/properties/retention/properties/max_mb/exclusiveMinimum',
                    keyword: 'exclusiveMinimum',
                    params: { comparison: '>', limit: 0 },
                  };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              } else {
                const err20 = {
                  instancePath: instancePath + '/store/retention/max_mb',
                  schemaPath: '#/properties/store/properties/retention/properties/max_mb/type',
                  keyword: 'type',
                  params: { type: 'number' },
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
          } else {
            const err21 = {
              instancePath: instancePath + '/store/retention',
              schemaPath: '#/properties/store/properties/retention/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/store',
          schemaPath: '#/properties/store/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.agents !== void 0) {
      let data17 = data.agents;
      if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
        if (data17.search_path !== void 0) {
          let data18 = data17.search_path;
          const _errs37 = errors;
          let valid10 = false;
          const _errs38 = errors;
          if (typeof data18 !== 'string') {
            const err23 = {
              instancePath: instancePath + '/agents/search_path',
              schemaPath: '#/properties/agents/properties/search_path/anyOf/0/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          var _valid0 = _errs38 === errors;
          valid10 = valid10 || _valid0;
          if (!valid10) {
            const _errs40 = errors;
            if (Array.isArray(data18)) {
              if (data18.length < 1) {
                const err24 = {
                  instancePath: instancePath + '/agents/search_path',
                  schemaPath: '#/properties/agents/properties/search_path/anyOf/1/minItems',
                  keyword: 'minItems',
                  params: { limit: 1 },
                };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
              const len2 = data18.length;
              for (let i2 = 0; i2 < len2; i2++) {
                if (typeof data18[i2] !== 'string') {
                  const err25 = {
                    instancePath: instancePath + '/agents/search_path/' + i2,
                    schemaPath: '#/properties/agents/properties/search_path/anyOf/1/items/type',
                    keyword: 'type',
                    params: { type: 'string' },
                  };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
              }
            } else {
              const err26 = {
                instancePath: instancePath + '/agents/search_path',
                schemaPath: '#/properties/agents/properties/search_path/anyOf/1/type',
                keyword: 'type',
                params: { type: 'array' },
              };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            var _valid0 = _errs40 === errors;
            valid10 = valid10 || _valid0;
          }
          if (!valid10) {
            const err27 = {
              instancePath: instancePath + '/agents/search_path',
              schemaPath: '#/properties/agents/properties/search_path/anyOf',
              keyword: 'anyOf',
              params: {},
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          } else {
            errors = _errs37;
            if (vErrors !== null) {
              if (_errs37) {
                vErrors.length = _errs37;
              } else {
                vErrors = null;
              }
            }
          }
        }
      } else {
        const err28 = {
          instancePath: instancePath + '/agents',
          schemaPath: '#/properties/agents/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.runtime_url !== void 0) {
      let data20 = data.runtime_url;
      if (typeof data20 === 'string') {
        if (!pattern2.test(data20)) {
          const err29 = {
            instancePath: instancePath + '/runtime_url',
            schemaPath: '#/properties/runtime_url/pattern',
            keyword: 'pattern',
            params: { pattern: '^https?://' },
          };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = {
          instancePath: instancePath + '/runtime_url',
          schemaPath: '#/properties/runtime_url/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.runtime_token_file !== void 0) {
      if (typeof data.runtime_token_file !== 'string') {
        const err31 = {
          instancePath: instancePath + '/runtime_token_file',
          schemaPath: '#/properties/runtime_token_file/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    if (data.runtime_lost_after_seconds !== void 0) {
      let data22 = data.runtime_lost_after_seconds;
      if (typeof data22 == 'number' && isFinite(data22)) {
        if (data22 <= 0 || isNaN(data22)) {
          const err32 = {
            instancePath: instancePath + '/runtime_lost_after_seconds',
            schemaPath: '#/properties/runtime_lost_after_seconds/exclusiveMinimum',
            keyword: 'exclusiveMinimum',
            params: { comparison: '>', limit: 0 },
          };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      } else {
        const err33 = {
          instancePath: instancePath + '/runtime_lost_after_seconds',
          schemaPath: '#/properties/runtime_lost_after_seconds/type',
          keyword: 'type',
          params: { type: 'number' },
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.logging !== void 0) {
      let data23 = data.logging;
      if (data23 && typeof data23 == 'object' && !Array.isArray(data23)) {
        if (data23.level !== void 0) {
          let data24 = data23.level;
          if (
            !(
              data24 === 'DEBUG' ||
              data24 === 'INFO' ||
              data24 === 'WARNING' ||
              data24 === 'ERROR' ||
              data24 === 'debug' ||
              data24 === 'info' ||
              data24 === 'warning' ||
              data24 === 'error'
            )
          ) {
            const err34 = {
              instancePath: instancePath + '/logging/level',
              schemaPath: '#/properties/logging/properties/level/enum',
              keyword: 'enum',
              params: { allowedValues: schema12.properties.logging.properties.level.enum },
            };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
        if (data23.file !== void 0) {
          if (typeof data23.file !== 'string') {
            const err35 = {
              instancePath: instancePath + '/logging/file',
              schemaPath: '#/properties/logging/properties/file/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data23.max_mb !== void 0) {
          let data26 = data23.max_mb;
          if (typeof data26 == 'number' && isFinite(data26)) {
            if (data26 <= 0 || isNaN(data26)) {
              const err36 = {
                instancePath: instancePath + '/logging/max_mb',
                schemaPath: '#/properties/logging/properties/max_mb/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          } else {
            const err37 = {
              instancePath: instancePath + '/logging/max_mb',
              schemaPath: '#/properties/logging/properties/max_mb/type',
              keyword: 'type',
              params: { type: 'number' },
            };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data23.keep !== void 0) {
          let data27 = data23.keep;
          if (!(typeof data27 == 'number' && !(data27 % 1) && !isNaN(data27) && isFinite(data27))) {
            const err38 = {
              instancePath: instancePath + '/logging/keep',
              schemaPath: '#/properties/logging/properties/keep/type',
              keyword: 'type',
              params: { type: 'integer' },
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
          if (typeof data27 == 'number' && isFinite(data27)) {
            if (data27 < 0 || isNaN(data27)) {
              const err39 = {
                instancePath: instancePath + '/logging/keep',
                schemaPath: '#/properties/logging/properties/keep/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          }
        }
      } else {
        const err40 = {
          instancePath: instancePath + '/logging',
          schemaPath: '#/properties/logging/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.metrics !== void 0) {
      let data28 = data.metrics;
      if (data28 && typeof data28 == 'object' && !Array.isArray(data28)) {
        if (data28.endpoint !== void 0) {
          if (typeof data28.endpoint !== 'string') {
            const err41 = {
              instancePath: instancePath + '/metrics/endpoint',
              schemaPath: '#/properties/metrics/properties/endpoint/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data28.open !== void 0) {
          if (typeof data28.open !== 'boolean') {
            const err42 = {
              instancePath: instancePath + '/metrics/open',
              schemaPath: '#/properties/metrics/properties/open/type',
              keyword: 'type',
              params: { type: 'boolean' },
            };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
      } else {
        const err43 = {
          instancePath: instancePath + '/metrics',
          schemaPath: '#/properties/metrics/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
  } else {
    const err44 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
var validateRuntimeConfig = validate34;
var schema13 = {
  $id: 'hermes-runtime:/schemas/runtime-config.schema.json',
  title: 'RuntimeConfig',
  description: 'runtime-config.yaml: how `hermes-runtime serve` runs.',
  type: 'object',
  properties: {
    server: {
      description: 'Where the HTTP API listens.',
      type: 'object',
      properties: {
        host: {
          description: 'The address to listen on. Anything but loopback needs a token and is said at start.',
          type: 'string',
          default: '127.0.0.1',
        },
        port: { description: 'The port to listen on.', type: 'integer', minimum: 0, maximum: 65535, default: 8080 },
        cors_allowed_origins: {
          description: 'Origins whose pages may call the API. `*` is not honoured.',
          type: 'array',
          items: { type: 'string' },
          default: [],
        },
      },
    },
    agent: {
      description: 'Where agents are found and how they run.',
      type: 'object',
      properties: {
        search_path: {
          description: 'The folder, or folders, with agents; relative to this file.',
          anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }],
        },
        hot_reload: { description: 'Whether a saved file is used by the next task.', type: 'boolean', default: true },
        sandbox: {
          description: 'What agents are kept from.',
          type: 'object',
          properties: {
            enabled: {
              description: 'Whether agents run in a sandbox. Without it they have your own rights.',
              type: 'boolean',
              default: true,
            },
            timeout_seconds: {
              description: 'The longest that an attempt may take, in seconds.',
              type: 'number',
              exclusiveMinimum: 0,
              default: 30,
            },
            allowed_runtimes: {
              description: 'Runtime types that are loaded. Others are refused with the reason.',
              type: 'array',
              items: { enum: ['python', 'nodejs', 'shell'] },
              default: ['python', 'nodejs', 'shell'],
            },
            forbidden_paths: {
              description: 'Paths, with `*` and `**`, that no agent may read or write, whatever its own file grants.',
              type: 'array',
              items: { type: 'string' },
              default: [],
            },
            require: {
              description: 'The weakest rung on which agents may run. Below it no task starts.',
              enum: ['namespaces', 'seatbelt', 'job-only'],
            },
          },
        },
      },
    },
    logging: {
      description: "The runtime's own log: JSON lines.",
      type: 'object',
      properties: {
        level: {
          description: 'How much is logged.',
          enum: ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'debug', 'info', 'warning', 'error'],
          default: 'INFO',
        },
        file: { description: 'The log file. Left out: the state folder of the user.', type: 'string' },
        max_mb: { description: 'The size at which the file is rotated, in MiB.', type: 'number', exclusiveMinimum: 0, default: 10 },
        keep: { description: 'How many rotated files are kept.', type: 'integer', minimum: 0, default: 5 },
      },
    },
    metrics: {
      description: 'Where metrics are sent, and who may read them here.',
      type: 'object',
      properties: {
        endpoint: { description: 'The address of hermes-metrics.', type: 'string' },
        open: { description: 'Whether `/metrics` can be read without the token.', type: 'boolean', default: false },
      },
    },
    trace: { description: 'How much of each attempt is seen.', enum: ['off', 'calls', 'full'], default: 'calls' },
    record: {
      description: 'Whose HTTP traffic is kept, with bodies and without secrets, so that a task can be replayed.',
      enum: ['off', 'failed', 'all'],
      default: 'failed',
    },
    retention: {
      description: 'How long history is kept.',
      type: 'object',
      properties: {
        days: { description: 'Finished tasks older than this are removed, in days.', type: 'number', exclusiveMinimum: 0, default: 30 },
        max_mb: {
          description: 'The oldest finished tasks are removed above this size, in MiB.',
          type: 'number',
          exclusiveMinimum: 0,
          default: 1024,
        },
      },
    },
    debug: { description: 'Log at DEBUG whatever `logging.level` says.', type: 'boolean', default: false },
  },
};
function validate34(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.server !== void 0) {
      let data0 = data.server;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        if (data0.host !== void 0) {
          if (typeof data0.host !== 'string') {
            const err0 = {
              instancePath: instancePath + '/server/host',
              schemaPath: '#/properties/server/properties/host/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        if (data0.port !== void 0) {
          let data2 = data0.port;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err1 = {
              instancePath: instancePath + '/server/port',
              schemaPath: '#/properties/server/properties/port/type',
              keyword: 'type',
              params: { type: 'integer' },
            };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 65535 || isNaN(data2)) {
              const err2 = {
                instancePath: instancePath + '/server/port',
                schemaPath: '#/properties/server/properties/port/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 65535 },
              };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (data2 < 0 || isNaN(data2)) {
              const err3 = {
                instancePath: instancePath + '/server/port',
                schemaPath: '#/properties/server/properties/port/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          }
        }
        if (data0.cors_allowed_origins !== void 0) {
          let data3 = data0.cors_allowed_origins;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (typeof data3[i0] !== 'string') {
                const err4 = {
                  instancePath: instancePath + '/server/cors_allowed_origins/' + i0,
                  schemaPath: '#/properties/server/properties/cors_allowed_origins/items/type',
                  keyword: 'type',
                  params: { type: 'string' },
                };
                if (vErrors === null) {
                  vErrors = [err4];
                } else {
                  vErrors.push(err4);
                }
                errors++;
              }
            }
          } else {
            const err5 = {
              instancePath: instancePath + '/server/cors_allowed_origins',
              schemaPath: '#/properties/server/properties/cors_allowed_origins/type',
              keyword: 'type',
              params: { type: 'array' },
            };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      } else {
        const err6 = {
          instancePath: instancePath + '/server',
          schemaPath: '#/properties/server/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.agent !== void 0) {
      let data5 = data.agent;
      if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
        if (data5.search_path !== void 0) {
          let data6 = data5.search_path;
          const _errs14 = errors;
          let valid5 = false;
          const _errs15 = errors;
          if (typeof data6 !== 'string') {
            const err7 = {
              instancePath: instancePath + '/agent/search_path',
              schemaPath: '#/properties/agent/properties/search_path/anyOf/0/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          var _valid0 = _errs15 === errors;
          valid5 = valid5 || _valid0;
          if (!valid5) {
            const _errs17 = errors;
            if (Array.isArray(data6)) {
              if (data6.length < 1) {
                const err8 = {
                  instancePath: instancePath + '/agent/search_path',
                  schemaPath: '#/properties/agent/properties/search_path/anyOf/1/minItems',
                  keyword: 'minItems',
                  params: { limit: 1 },
                };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
              const len1 = data6.length;
              for (let i1 = 0; i1 < len1; i1++) {
                if (typeof data6[i1] !== 'string') {
                  const err9 = {
                    instancePath: instancePath + '/agent/search_path/' + i1,
                    schemaPath: '#/properties/agent/properties/search_path/anyOf/1/items/type',
                    keyword: 'type',
                    params: { type: 'string' },
                  };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
              }
            } else {
              const err10 = {
                instancePath: instancePath + '/agent/search_path',
                schemaPath: '#/properties/agent/properties/search_path/anyOf/1/type',
                keyword: 'type',
                params: { type: 'array' },
              };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            var _valid0 = _errs17 === errors;
            valid5 = valid5 || _valid0;
          }
          if (!valid5) {
            const err11 = {
              instancePath: instancePath + '/agent/search_path',
              schemaPath: '#/properties/agent/properties/search_path/anyOf',
              keyword: 'anyOf',
              params: {},
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          } else {
            errors = _errs14;
            if (vErrors !== null) {
              if (_errs14) {
                vErrors.length = _errs14;
              } else {
                vErrors = null;
              }
            }
          }
        }
        if (data5.hot_reload !== void 0) {
          if (typeof data5.hot_reload !== 'boolean') {
            const err12 = {
              instancePath: instancePath + '/agent/hot_reload',
              schemaPath: '#/properties/agent/properties/hot_reload/type',
              keyword: 'type',
              params: { type: 'boolean' },
            };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data5.sandbox !== void 0) {
          let data9 = data5.sandbox;
          if (data9 && typeof data9 == 'object' && !Array.isArray(data9)) {
            if (data9.enabled !== void 0) {
              if (typeof data9.enabled !== 'boolean') {
                const err13 = {
                  instancePath: instancePath + '/agent/sandbox/enabled',
                  schemaPath: '#/properties/agent/properties/sandbox/properties/enabled/type',
                  keyword: 'type',
                  params: { type: 'boolean' },
                };
                if (vErrors === null) {
                  vErrors = [err13];
                } else {
                  vErrors.push(err13);
                }
                errors++;
              }
            }
            if (data9.timeout_seconds !== void 0) {
              let data11 = data9.timeout_seconds;
              if (typeof data11 == 'number' && isFinite(data11)) {
                if (data11 <= 0 || isNaN(data11)) {
                  const err14 = {
                    instancePath: instancePath + '/agent/sandbox/timeout_seconds',
                    schemaPath: '#/properties/agent/properties/sandbox/properties/timeout_seconds/exclusiveMinimum',
                    keyword: 'exclusiveMinimum',
                    params: { comparison: '>', limit: 0 },
                  };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = {
                  instancePath: instancePath + '/agent/sandbox/timeout_seconds',
                  schemaPath: '#/properties/agent/properties/sandbox/properties/timeout_seconds/type',
                  keyword: 'type',
                  params: { type: 'number' },
                };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data9.allowed_runtimes !== void 0) {
              let data12 = data9.allowed_runtimes;
              if (Array.isArray(data12)) {
                const len2 = data12.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data13 = data12[i2];
                  if (!(data13 === 'python' || data13 === 'nodejs' || data13 === 'shell')) {
                    const err16 = {
                      instancePath: instancePath + '/agent/sandbox/allowed_runtimes/' + i2,
                      schemaPath: '#/properties/agent/properties/sandbox/properties/allowed_runtimes/items/enum',
                      keyword: 'enum',
                      params: { allowedValues: schema13.properties.agent.properties.sandbox.properties.allowed_runtimes.items.enum },
                    };
                    if (vErrors === null) {
                      vErrors = [err16];
                    } else {
                      vErrors.push(err16);
                    }
                    errors++;
                  }
                }
              } else {
                const err17 = {
                  instancePath: instancePath + '/agent/sandbox/allowed_runtimes',
                  schemaPath: '#/properties/agent/properties/sandbox/properties/allowed_runtimes/type',
                  keyword: 'type',
                  params: { type: 'array' },
                };
                if (vErrors === null) {
                  vErrors = [err17];
                } else {
                  vErrors.push(err17);
                }
                errors++;
              }
            }
            if (data9.forbidden_paths !== void 0) {
              let data14 = data9.forbidden_paths;
              if (Array.isArray(data14)) {
                const len3 = data14.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  if (typeof data14[i3] !== 'string') {
                    const err18 = {
                      instancePath: instancePath + '/agent/sandbox/forbidden_paths/' + i3,
                      schemaPath: '#/properties/agent/properties/sandbox/properties/forbidden_paths/items/type',
                      keyword: 'type',
                      params: { type: 'string' },
                    };
                    if (vErrors === null) {
                      vErrors = [err18];
                    } else {
                      vErrors.push(err18);
                    }
                    errors++;
                  }
                }
              } else {
                const err19 = {
                  instancePath: instancePath + '/agent/sandbox/forbidden_paths',
                  schemaPath: '#/properties/agent/properties/sandbox/properties/forbidden_paths/type',
                  keyword: 'type',
                  params: { type: 'array' },
                };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data9.require !== void 0) {
              let data16 = data9.require;
              if (!(data16 === 'namespaces' || data16 === 'seatbelt' || data16 === 'job-only')) {
                const err20 = {
                  instancePath: instancePath + '/agent/sandbox/require',
                  schemaPath: '#/properties/agent/properties/sandbox/properties/require/enum',
                  keyword: 'enum',
                  params: { allowedValues: schema13.properties.agent.properties.sandbox.properties.require.enum },
                };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
          } else {
            const err21 = {
              instancePath: instancePath + '/agent/sandbox',
              schemaPath: '#/properties/agent/properties/sandbox/type',
              keyword: 'type',
              params: { type: 'object' },
            };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/agent',
          schemaPath: '#/properties/agent/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.logging !== void 0) {
      let data17 = data.logging;
      if (data17 && typeof data17 == 'object' && !Array.isArray(data17)) {
        if (data17.level !== void 0) {
          let data18 = data17.level;
          if (
            !(
              data18 === 'DEBUG' ||
              data18 === 'INFO' ||
              data18 === 'WARNING' ||
              data18 === 'ERROR' ||
              data18 === 'debug' ||
              data18 === 'info' ||
              data18 === 'warning' ||
              data18 === 'error'
            )
          ) {
            const err23 = {
              instancePath: instancePath + '/logging/level',
              schemaPath: '#/properties/logging/properties/level/enum',
              keyword: 'enum',
              params: { allowedValues: schema13.properties.logging.properties.level.enum },
            };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data17.file !== void 0) {
          if (typeof data17.file !== 'string') {
            const err24 = {
              instancePath: instancePath + '/logging/file',
              schemaPath: '#/properties/logging/properties/file/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data17.max_mb !== void 0) {
          let data20 = data17.max_mb;
          if (typeof data20 == 'number' && isFinite(data20)) {
            if (data20 <= 0 || isNaN(data20)) {
              const err25 = {
                instancePath: instancePath + '/logging/max_mb',
                schemaPath: '#/properties/logging/properties/max_mb/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = {
              instancePath: instancePath + '/logging/max_mb',
              schemaPath: '#/properties/logging/properties/max_mb/type',
              keyword: 'type',
              params: { type: 'number' },
            };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data17.keep !== void 0) {
          let data21 = data17.keep;
          if (!(typeof data21 == 'number' && !(data21 % 1) && !isNaN(data21) && isFinite(data21))) {
            const err27 = {
              instancePath: instancePath + '/logging/keep',
              schemaPath: '#/properties/logging/properties/keep/type',
              keyword: 'type',
              params: { type: 'integer' },
            };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
          if (typeof data21 == 'number' && isFinite(data21)) {
            if (data21 < 0 || isNaN(data21)) {
              const err28 = {
                instancePath: instancePath + '/logging/keep',
                schemaPath: '#/properties/logging/properties/keep/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          }
        }
      } else {
        const err29 = {
          instancePath: instancePath + '/logging',
          schemaPath: '#/properties/logging/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.metrics !== void 0) {
      let data22 = data.metrics;
      if (data22 && typeof data22 == 'object' && !Array.isArray(data22)) {
        if (data22.endpoint !== void 0) {
          if (typeof data22.endpoint !== 'string') {
            const err30 = {
              instancePath: instancePath + '/metrics/endpoint',
              schemaPath: '#/properties/metrics/properties/endpoint/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data22.open !== void 0) {
          if (typeof data22.open !== 'boolean') {
            const err31 = {
              instancePath: instancePath + '/metrics/open',
              schemaPath: '#/properties/metrics/properties/open/type',
              keyword: 'type',
              params: { type: 'boolean' },
            };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = {
          instancePath: instancePath + '/metrics',
          schemaPath: '#/properties/metrics/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.trace !== void 0) {
      let data25 = data.trace;
      if (!(data25 === 'off' || data25 === 'calls' || data25 === 'full')) {
        const err33 = {
          instancePath: instancePath + '/trace',
          schemaPath: '#/properties/trace/enum',
          keyword: 'enum',
          params: { allowedValues: schema13.properties.trace.enum },
        };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.record !== void 0) {
      let data26 = data.record;
      if (!(data26 === 'off' || data26 === 'failed' || data26 === 'all')) {
        const err34 = {
          instancePath: instancePath + '/record',
          schemaPath: '#/properties/record/enum',
          keyword: 'enum',
          params: { allowedValues: schema13.properties.record.enum },
        };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.retention !== void 0) {
      let data27 = data.retention;
      if (data27 && typeof data27 == 'object' && !Array.isArray(data27)) {
        if (data27.days !== void 0) {
          let data28 = data27.days;
          if (typeof data28 == 'number' && isFinite(data28)) {
            if (data28 <= 0 || isNaN(data28)) {
              const err35 = {
                instancePath: instancePath + '/retention/days',
                schemaPath: '#/properties/retention/properties/days/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = {
              instancePath: instancePath + '/retention/days',
              schemaPath: '#/properties/retention/properties/days/type',
              keyword: 'type',
              params: { type: 'number' },
            };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data27.max_mb !== void 0) {
          let data29 = data27.max_mb;
          if (typeof data29 == 'number' && isFinite(data29)) {
            if (data29 <= 0 || isNaN(data29)) {
              const err37 = {
                instancePath: instancePath + '/retention/max_mb',
                schemaPath: '#/properties/retention/properties/max_mb/exclusiveMinimum',
                keyword: 'exclusiveMinimum',
                params: { comparison: '>', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
          } else {
            const err38 = {
              instancePath: instancePath + '/retention/max_mb',
              schemaPath: '#/properties/retention/properties/max_mb/type',
              keyword: 'type',
              params: { type: 'number' },
            };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
      } else {
        const err39 = {
          instancePath: instancePath + '/retention',
          schemaPath: '#/properties/retention/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.debug !== void 0) {
      if (typeof data.debug !== 'boolean') {
        const err40 = {
          instancePath: instancePath + '/debug',
          schemaPath: '#/properties/debug/type',
          keyword: 'type',
          params: { type: 'boolean' },
        };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
  } else {
    const err41 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err41];
    } else {
      vErrors.push(err41);
    }
    errors++;
  }
  validate34.errors = vErrors;
  return errors === 0;
}
var validateUiConfig = validate35;
function validate35(data, { instancePath = '', parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === 'server' || key0 === 'orchestrator_url' || key0 === 'token_file')) {
        const err0 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
        };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data0 = data.server;
      if (data0 && typeof data0 == 'object' && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(key1 === 'host' || key1 === 'port' || key1 === 'public_url')) {
            const err1 = {
              instancePath: instancePath + '/server',
              schemaPath: '#/properties/server/additionalProperties',
              keyword: 'additionalProperties',
              params: { additionalProperty: key1 },
            };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.host !== void 0) {
          if (typeof data0.host !== 'string') {
            const err2 = {
              instancePath: instancePath + '/server/host',
              schemaPath: '#/properties/server/properties/host/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data0.port !== void 0) {
          let data2 = data0.port;
          if (!(typeof data2 == 'number' && !(data2 % 1) && !isNaN(data2) && isFinite(data2))) {
            const err3 = {
              instancePath: instancePath + '/server/port',
              schemaPath: '#/properties/server/properties/port/type',
              keyword: 'type',
              params: { type: 'integer' },
            };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
          if (typeof data2 == 'number' && isFinite(data2)) {
            if (data2 > 65535 || isNaN(data2)) {
              const err4 = {
                instancePath: instancePath + '/server/port',
                schemaPath: '#/properties/server/properties/port/maximum',
                keyword: 'maximum',
                params: { comparison: '<=', limit: 65535 },
              };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (data2 < 0 || isNaN(data2)) {
              const err5 = {
                instancePath: instancePath + '/server/port',
                schemaPath: '#/properties/server/properties/port/minimum',
                keyword: 'minimum',
                params: { comparison: '>=', limit: 0 },
              };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
        }
        if (data0.public_url !== void 0) {
          if (typeof data0.public_url !== 'string') {
            const err6 = {
              instancePath: instancePath + '/server/public_url',
              schemaPath: '#/properties/server/properties/public_url/type',
              keyword: 'type',
              params: { type: 'string' },
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/server',
          schemaPath: '#/properties/server/type',
          keyword: 'type',
          params: { type: 'object' },
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.orchestrator_url !== void 0) {
      if (typeof data.orchestrator_url !== 'string') {
        const err8 = {
          instancePath: instancePath + '/orchestrator_url',
          schemaPath: '#/properties/orchestrator_url/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.token_file !== void 0) {
      if (typeof data.token_file !== 'string') {
        const err9 = {
          instancePath: instancePath + '/token_file',
          schemaPath: '#/properties/token_file/type',
          keyword: 'type',
          params: { type: 'string' },
        };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: '#/type', keyword: 'type', params: { type: 'object' } };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
export { validateAgentFile, validateOrchestratorConfig, validateRuntimeConfig, validateUiConfig };
