// Made by `npm run generate` from data/evaluation/dev.json. Do not edit.
import type { Evaluation } from '../../../schema/evaluation.ts';

export const evaluation: Evaluation = {
  "date": "2026-11-21",
  "about": "labelled by hand, none of them trained on",
  "model": "local-2",
  "tools": 393,
  "servers": 203,
  "families": 199,
  "figures": {
    "macroF1": {
      "value": 0.92479,
      "low": 0.890083,
      "high": 0.955248,
      "of": 326
    },
    "macroF1Lenient": {
      "value": 0.936289,
      "low": 0.906214,
      "high": 0.963014,
      "of": 393
    },
    "right": {
      "value": 0.94402,
      "low": 0.91954,
      "high": 0.96729,
      "of": 393
    },
    "underRanked": {
      "value": 0.042254,
      "low": 0.015625,
      "high": 0.069364,
      "of": 142
    },
    "criticalsLow": {
      "value": 0.027027,
      "low": 0,
      "high": 0.090909,
      "of": 37
    },
    "overFlagged": {
      "value": 0.053691,
      "low": 0.019868,
      "high": 0.093525,
      "of": 149
    },
    "riskRight": {
      "value": 0.905852,
      "low": 0.876972,
      "high": 0.936639,
      "of": 393
    },
    "calibrationError": {
      "value": 0.016954,
      "low": 0.012171,
      "high": 0.047073,
      "of": 393
    },
    "needsReview": {
      "value": 0.081425,
      "low": 0.050971,
      "high": 0.115869,
      "of": 393
    },
    "missesReviewed": {
      "value": 0.181818,
      "low": 0.041667,
      "high": 0.347826,
      "of": 22
    }
  },
  "categories": {
    "read": {
      "precision": 0.986014,
      "recall": 0.946309,
      "f1": 0.965753,
      "labelled": 149,
      "answered": 143
    },
    "write": {
      "precision": 0.871429,
      "recall": 0.953125,
      "f1": 0.910448,
      "labelled": 64,
      "answered": 70
    },
    "execute": {
      "precision": 0.917808,
      "recall": 0.905405,
      "f1": 0.911565,
      "labelled": 74,
      "answered": 73
    },
    "destructive": {
      "precision": 0.9,
      "recall": 0.923077,
      "f1": 0.911392,
      "labelled": 39,
      "answered": 40
    }
  },
  "confusion": {
    "read": {
      "read": 141,
      "write": 3,
      "execute": 4,
      "destructive": 1,
      "unclassified": 0
    },
    "write": {
      "read": 2,
      "write": 61,
      "execute": 1,
      "destructive": 0,
      "unclassified": 0
    },
    "execute": {
      "read": 0,
      "write": 4,
      "execute": 67,
      "destructive": 3,
      "unclassified": 0
    },
    "destructive": {
      "read": 0,
      "write": 2,
      "execute": 1,
      "destructive": 36,
      "unclassified": 0
    }
  },
  "calibration": [
    {
      "from": 0.1,
      "to": 0.2,
      "rows": 4,
      "meanConfidence": 0.171802,
      "accuracy": 0.5
    },
    {
      "from": 0.2,
      "to": 0.3,
      "rows": 2,
      "meanConfidence": 0.234006,
      "accuracy": 1
    },
    {
      "from": 0.3,
      "to": 0.4,
      "rows": 2,
      "meanConfidence": 0.369259,
      "accuracy": 0
    },
    {
      "from": 0.5,
      "to": 0.6,
      "rows": 1,
      "meanConfidence": 0.5,
      "accuracy": 1
    },
    {
      "from": 0.6,
      "to": 0.7,
      "rows": 1,
      "meanConfidence": 0.665103,
      "accuracy": 1
    },
    {
      "from": 0.7,
      "to": 0.8,
      "rows": 21,
      "meanConfidence": 0.747845,
      "accuracy": 0.761905
    },
    {
      "from": 0.8,
      "to": 0.9,
      "rows": 55,
      "meanConfidence": 0.852947,
      "accuracy": 0.836364
    },
    {
      "from": 0.9,
      "to": 1,
      "rows": 307,
      "meanConfidence": 0.983592,
      "accuracy": 0.986971
    }
  ],
  "byTag": [
    {
      "title": "untagged",
      "tools": 275,
      "figures": {
        "macroF1": {
          "value": 0.945932,
          "low": 0.916156,
          "high": 0.973849,
          "of": 231
        },
        "macroF1Lenient": {
          "value": 0.957452,
          "low": 0.934803,
          "high": 0.979996,
          "of": 275
        },
        "right": {
          "value": 0.963636,
          "low": 0.944,
          "high": 0.983122,
          "of": 275
        },
        "underRanked": {
          "value": 0.04386,
          "low": 0.011111,
          "high": 0.078261,
          "of": 114
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.137185,
          "of": 25
        },
        "overFlagged": {
          "value": 0.010101,
          "low": 0,
          "high": 0.034091,
          "of": 99
        },
        "riskRight": {
          "value": 0.927273,
          "low": 0.896825,
          "high": 0.956522,
          "of": 275
        },
        "calibrationError": {
          "value": 0.018997,
          "low": 0.011725,
          "high": 0.045151,
          "of": 275
        },
        "needsReview": {
          "value": 0.014545,
          "low": 0.003623,
          "high": 0.028571,
          "of": 275
        },
        "missesReviewed": {
          "value": 0.1,
          "low": 0,
          "high": 0.333333,
          "of": 10
        }
      }
    },
    {
      "title": "trap",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.542222,
          "low": 0.307692,
          "high": 1,
          "of": 28
        },
        "macroF1Lenient": {
          "value": 0.542735,
          "low": 0.308642,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.896552,
          "low": 0.774194,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "criticalsLow": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "overFlagged": {
          "value": 0.076923,
          "low": 0,
          "high": 0.1875,
          "of": 26
        },
        "riskRight": {
          "value": 0.896552,
          "low": 0.774194,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.078441,
          "low": 0.016981,
          "high": 0.171295,
          "of": 29
        },
        "needsReview": {
          "value": 0.034483,
          "low": 0,
          "high": 0.107143,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.333333,
          "low": 0,
          "high": 1,
          "of": 3
        }
      }
    },
    {
      "title": "nonen",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.965465,
          "low": 0.488372,
          "high": 1,
          "of": 26
        },
        "macroF1Lenient": {
          "value": 0.965812,
          "low": 0.659259,
          "high": 1,
          "of": 29
        },
        "right": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.459258,
          "of": 6
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        },
        "overFlagged": {
          "value": 0.052632,
          "low": 0,
          "high": 0.190476,
          "of": 19
        },
        "riskRight": {
          "value": 0.965517,
          "low": 0.875,
          "high": 1,
          "of": 29
        },
        "calibrationError": {
          "value": 0.033516,
          "low": 0.015687,
          "high": 0.1113,
          "of": 29
        },
        "needsReview": {
          "value": 0,
          "low": 0,
          "high": 0.119445,
          "of": 29
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.975,
          "of": 1
        }
      }
    },
    {
      "title": "misname",
      "tools": 29,
      "figures": {
        "macroF1": {
          "value": 0.477778,
          "low": 0.273611,
          "high": 0.830159,
          "of": 16
        },
        "macroF1Lenient": {
          "value": 0.590803,
          "low": 0.459357,
          "high": 0.866667,
          "of": 29
        },
        "right": {
          "value": 0.758621,
          "low": 0.571429,
          "high": 0.90625,
          "of": 29
        },
        "underRanked": {
          "value": 0.125,
          "low": 0,
          "high": 0.375,
          "of": 8
        },
        "criticalsLow": {
          "value": 0.25,
          "low": 0,
          "high": 1,
          "of": 4
        },
        "overFlagged": {
          "value": 0.666667,
          "low": 0.2,
          "high": 1,
          "of": 6
        },
        "riskRight": {
          "value": 0.689655,
          "low": 0.517241,
          "high": 0.862069,
          "of": 29
        },
        "calibrationError": {
          "value": 0.14835,
          "low": 0.065656,
          "high": 0.326039,
          "of": 29
        },
        "needsReview": {
          "value": 0.103448,
          "low": 0,
          "high": 0.233333,
          "of": 29
        },
        "missesReviewed": {
          "value": 0.142857,
          "low": 0,
          "high": 0.5,
          "of": 7
        }
      }
    },
    {
      "title": "empty",
      "tools": 25,
      "figures": {
        "macroF1": {
          "value": 0.930769,
          "low": 0.7,
          "high": 1,
          "of": 23
        },
        "macroF1Lenient": {
          "value": 0.930769,
          "low": 0.705882,
          "high": 1,
          "of": 25
        },
        "right": {
          "value": 0.96,
          "low": 0.857143,
          "high": 1,
          "of": 25
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.336267,
          "of": 9
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.96,
          "low": 0.88,
          "high": 1,
          "of": 25
        },
        "calibrationError": {
          "value": 0.060221,
          "low": 0.040215,
          "high": 0.090172,
          "of": 25
        },
        "needsReview": {
          "value": 0.96,
          "low": 0.863636,
          "high": 1,
          "of": 25
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.025,
          "high": 1,
          "of": 1
        }
      }
    },
    {
      "title": "lie",
      "tools": 8,
      "figures": {
        "macroF1": {
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "right": {
          "value": 1,
          "low": 0.630583,
          "high": 1,
          "of": 8
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "riskRight": {
          "value": 0.875,
          "low": 0.571429,
          "high": 1,
          "of": 8
        },
        "calibrationError": {
          "value": 0.176339,
          "low": 0.045294,
          "high": 0.410905,
          "of": 8
        },
        "needsReview": {
          "value": 0.125,
          "low": 0,
          "high": 0.428571,
          "of": 8
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    },
    {
      "title": "sql",
      "tools": 7,
      "figures": {
        "macroF1": {
          "value": 1,
          "low": 0.397635,
          "high": 1,
          "of": 4
        },
        "macroF1Lenient": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "right": {
          "value": 1,
          "low": 0.590384,
          "high": 1,
          "of": 7
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.602365,
          "of": 4
        },
        "overFlagged": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        },
        "riskRight": {
          "value": 0.571429,
          "low": 0.142857,
          "high": 1,
          "of": 7
        },
        "calibrationError": {
          "value": 0.183088,
          "low": 0.05175,
          "high": 0.281592,
          "of": 7
        },
        "needsReview": {
          "value": 0.142857,
          "low": 0,
          "high": 0.3,
          "of": 7
        },
        "missesReviewed": {
          "value": null,
          "low": null,
          "high": null,
          "of": 0
        }
      }
    }
  ],
  "byPick": [
    {
      "title": "targeted",
      "tools": 280,
      "figures": {
        "macroF1": {
          "value": 0.914883,
          "low": 0.875232,
          "high": 0.948244,
          "of": 225
        },
        "macroF1Lenient": {
          "value": 0.927824,
          "low": 0.893598,
          "high": 0.956477,
          "of": 280
        },
        "right": {
          "value": 0.928571,
          "low": 0.896414,
          "high": 0.957143,
          "of": 280
        },
        "underRanked": {
          "value": 0.046154,
          "low": 0.015504,
          "high": 0.075472,
          "of": 130
        },
        "criticalsLow": {
          "value": 0.028571,
          "low": 0,
          "high": 0.090909,
          "of": 35
        },
        "overFlagged": {
          "value": 0.1,
          "low": 0.032258,
          "high": 0.17284,
          "of": 70
        },
        "riskRight": {
          "value": 0.878571,
          "low": 0.842491,
          "high": 0.915194,
          "of": 280
        },
        "calibrationError": {
          "value": 0.024494,
          "low": 0.015022,
          "high": 0.060562,
          "of": 280
        },
        "needsReview": {
          "value": 0.110714,
          "low": 0.069767,
          "high": 0.164835,
          "of": 280
        },
        "missesReviewed": {
          "value": 0.2,
          "low": 0,
          "high": 0.375,
          "of": 20
        }
      }
    },
    {
      "title": "random",
      "tools": 113,
      "figures": {
        "macroF1": {
          "value": 0.933463,
          "low": 0.8125,
          "high": 1,
          "of": 101
        },
        "macroF1Lenient": {
          "value": 0.951948,
          "low": 0.865832,
          "high": 1,
          "of": 113
        },
        "right": {
          "value": 0.982301,
          "low": 0.953125,
          "high": 1,
          "of": 113
        },
        "underRanked": {
          "value": 0,
          "low": 0,
          "high": 0.264648,
          "of": 12
        },
        "criticalsLow": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        },
        "overFlagged": {
          "value": 0.012658,
          "low": 0,
          "high": 0.042857,
          "of": 79
        },
        "riskRight": {
          "value": 0.973451,
          "low": 0.941176,
          "high": 1,
          "of": 113
        },
        "calibrationError": {
          "value": 0.028378,
          "low": 0.015442,
          "high": 0.053431,
          "of": 113
        },
        "needsReview": {
          "value": 0.00885,
          "low": 0,
          "high": 0.027523,
          "of": 113
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.841886,
          "of": 2
        }
      }
    }
  ],
  "ablation": [
    {
      "title": "name only",
      "figures": {
        "macroF1": {
          "value": 0.868662,
          "low": 0.819178,
          "high": 0.91356,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.865264,
          "low": 0.814885,
          "high": 0.912088,
          "of": 393
        },
        "right": {
          "value": 0.849873,
          "low": 0.804688,
          "high": 0.892183,
          "of": 393
        },
        "underRanked": {
          "value": 0.112676,
          "low": 0.04902,
          "high": 0.165714,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.108108,
          "low": 0.026316,
          "high": 0.214286,
          "of": 37
        },
        "overFlagged": {
          "value": 0.107383,
          "low": 0.057143,
          "high": 0.166667,
          "of": 149
        },
        "riskRight": {
          "value": 0.839695,
          "low": 0.798834,
          "high": 0.879032,
          "of": 393
        },
        "calibrationError": {
          "value": 0.038977,
          "low": 0.015956,
          "high": 0.067218,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.939391,
          "high": 1,
          "of": 59
        }
      }
    },
    {
      "title": "+ description",
      "figures": {
        "macroF1": {
          "value": 0.916887,
          "low": 0.887276,
          "high": 0.946102,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.923549,
          "low": 0.890614,
          "high": 0.954813,
          "of": 393
        },
        "right": {
          "value": 0.931298,
          "low": 0.90303,
          "high": 0.957346,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029126,
          "high": 0.103659,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.166667,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.018072,
          "high": 0.096154,
          "of": 149
        },
        "riskRight": {
          "value": 0.898219,
          "low": 0.867508,
          "high": 0.933333,
          "of": 393
        },
        "calibrationError": {
          "value": 0.019691,
          "low": 0.007531,
          "high": 0.045196,
          "of": 393
        },
        "needsReview": {
          "value": 0.061069,
          "low": 0.033333,
          "high": 0.091185,
          "of": 393
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.127703,
          "of": 27
        }
      }
    },
    {
      "title": "+ schema",
      "figures": {
        "macroF1": {
          "value": 0.924538,
          "low": 0.889969,
          "high": 0.955428,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.936005,
          "low": 0.904069,
          "high": 0.960137,
          "of": 393
        },
        "right": {
          "value": 0.941476,
          "low": 0.917178,
          "high": 0.963964,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.015625,
          "high": 0.069364,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027027,
          "low": 0,
          "high": 0.090909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.067114,
          "low": 0.028777,
          "high": 0.111801,
          "of": 149
        },
        "riskRight": {
          "value": 0.905852,
          "low": 0.876972,
          "high": 0.936639,
          "of": 393
        },
        "calibrationError": {
          "value": 0.014109,
          "low": 0.011738,
          "high": 0.045129,
          "of": 393
        },
        "needsReview": {
          "value": 0.081425,
          "low": 0.050971,
          "high": 0.115869,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.173913,
          "low": 0.041667,
          "high": 0.333333,
          "of": 23
        }
      }
    },
    {
      "title": "+ annotations",
      "figures": {
        "macroF1": {
          "value": 0.92479,
          "low": 0.890083,
          "high": 0.955248,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.936289,
          "low": 0.906214,
          "high": 0.963014,
          "of": 393
        },
        "right": {
          "value": 0.94402,
          "low": 0.91954,
          "high": 0.96729,
          "of": 393
        },
        "underRanked": {
          "value": 0.042254,
          "low": 0.015625,
          "high": 0.069364,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.027027,
          "low": 0,
          "high": 0.090909,
          "of": 37
        },
        "overFlagged": {
          "value": 0.053691,
          "low": 0.019868,
          "high": 0.093525,
          "of": 149
        },
        "riskRight": {
          "value": 0.905852,
          "low": 0.876972,
          "high": 0.936639,
          "of": 393
        },
        "calibrationError": {
          "value": 0.016954,
          "low": 0.012171,
          "high": 0.047073,
          "of": 393
        },
        "needsReview": {
          "value": 0.081425,
          "low": 0.050971,
          "high": 0.115869,
          "of": 393
        },
        "missesReviewed": {
          "value": 0.181818,
          "low": 0.041667,
          "high": 0.347826,
          "of": 22
        }
      }
    },
    {
      "title": "all but description",
      "figures": {
        "macroF1": {
          "value": 0.900838,
          "low": 0.862461,
          "high": 0.935939,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.90542,
          "low": 0.871455,
          "high": 0.93391,
          "of": 393
        },
        "right": {
          "value": 0.898219,
          "low": 0.865909,
          "high": 0.928,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029703,
          "high": 0.112,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.1875,
          "of": 37
        },
        "overFlagged": {
          "value": 0.087248,
          "low": 0.042254,
          "high": 0.139535,
          "of": 149
        },
        "riskRight": {
          "value": 0.872774,
          "low": 0.832558,
          "high": 0.909574,
          "of": 393
        },
        "calibrationError": {
          "value": 0.025056,
          "low": 0.014734,
          "high": 0.057136,
          "of": 393
        },
        "needsReview": {
          "value": 1,
          "low": 0.990657,
          "high": 1,
          "of": 393
        },
        "missesReviewed": {
          "value": 1,
          "low": 0.911903,
          "high": 1,
          "of": 40
        }
      }
    },
    {
      "title": "all but schema",
      "figures": {
        "macroF1": {
          "value": 0.919445,
          "low": 0.889726,
          "high": 0.948014,
          "of": 326
        },
        "macroF1Lenient": {
          "value": 0.925189,
          "low": 0.891427,
          "high": 0.956696,
          "of": 393
        },
        "right": {
          "value": 0.933842,
          "low": 0.904762,
          "high": 0.959654,
          "of": 393
        },
        "underRanked": {
          "value": 0.070423,
          "low": 0.029126,
          "high": 0.103659,
          "of": 142
        },
        "criticalsLow": {
          "value": 0.081081,
          "low": 0,
          "high": 0.166667,
          "of": 37
        },
        "overFlagged": {
          "value": 0.04698,
          "low": 0.015748,
          "high": 0.085271,
          "of": 149
        },
        "riskRight": {
          "value": 0.903308,
          "low": 0.873239,
          "high": 0.934732,
          "of": 393
        },
        "calibrationError": {
          "value": 0.018798,
          "low": 0.007321,
          "high": 0.044609,
          "of": 393
        },
        "needsReview": {
          "value": 0.061069,
          "low": 0.033333,
          "high": 0.091185,
          "of": 393
        },
        "missesReviewed": {
          "value": 0,
          "low": 0,
          "high": 0.132275,
          "of": 26
        }
      }
    }
  ]
};
